import type { Secrets } from '../secrets/index.ts';
import type { SqlStore } from '../sql/index.ts';

/** What a notice says: `content` has lines of `Label:{{thing1.DATA}}`. */
export interface MessageTemplate {
  readonly id: string;
  readonly title: string;
  readonly content: string;
}

export interface TemplateField {
  readonly label: string;
  /** `thing1`: its kind and a number. */
  readonly key: string;
}

/** The templates of programs' notices. */
export interface Templates {
  /** The same words are the same template, so that a server may say them at each start. */
  add(app: string, title: string, content: string): Promise<string | 'too-many'>;
  remove(app: string, id: string): Promise<boolean>;
  list(app: string): Promise<readonly MessageTemplate[]>;
  find(app: string, id: string): Promise<MessageTemplate | undefined>;
}

/** Documented for one account. */
const most = 25;
const fieldLine = /^\s*([^{}\n]{1,20}?)\s*[:：]\s*\{\{([a-z_]+\d{1,2})\.DATA\}\}\s*$/;

export function createTemplates({ db }: SqlStore, secrets: Secrets): Templates {
  const list = (app: string) =>
    db
      .selectFrom('message_templates')
      .select(['id', 'title', 'content'])
      .where('app', '=', app)
      .orderBy('id')
      .execute();
  return {
    list,
    async add(app, title, content) {
      const id = Buffer.from(secrets.mac('template', JSON.stringify([app, title, content])), 'hex').toString(
        'base64url',
      );
      const known = await list(app);
      if (known.length >= most && !known.some((one) => one.id === id)) return 'too-many';
      await db
        .insertInto('message_templates')
        .values({ app, id, title, content })
        .onConflict((conflict) => conflict.columns(['app', 'id']).doNothing())
        .execute();
      return id;
    },
    async remove(app, id) {
      const gone = await db
        .deleteFrom('message_templates')
        .where('app', '=', app)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return gone !== undefined;
    },
    find: (app, id) =>
      db
        .selectFrom('message_templates')
        .select(['id', 'title', 'content'])
        .where('app', '=', app)
        .where('id', '=', id)
        .executeTakeFirst(),
  };
}

/** The fields of a template in order; undefined when a line is none, or a kind is not documented. */
export function fieldsOf(content: string): readonly TemplateField[] | undefined {
  const fields: TemplateField[] = [];
  for (const text of content.split('\n').filter((one) => one.trim() !== '')) {
    const [, label, key] = fieldLine.exec(text) ?? [];
    if (label === undefined || key === undefined || ruleOf(key) === undefined) return undefined;
    fields.push({ label, key });
  }
  return fields.length === 0 || fields.length > 5 ? undefined : fields;
}

/** Documented: what a value of each kind may be. */
const rules = new Map<string, RegExp>([
  ['thing', /^.{1,20}$/su],
  ['number', /^-?\d{1,32}(?:\.\d+)?$/],
  ['letter', /^[A-Za-z]{1,32}$/],
  ['symbol', /^[^\p{L}\p{N}\s]{1,5}$/u],
  ['character_string', /^[\x21-\x7e][\x20-\x7e]{0,31}$/],
  ['time', /^.{1,40}$/u],
  ['date', /^.{1,40}$/u],
  ['amount', /^[^\d\s]{0,3}\s?\d{1,10}(?:\.\d{1,2})?\s?\p{L}{0,3}$/u],
  ['phone_number', /^[\d+\-\s()]{1,17}$/],
  ['car_number', /^.{1,8}$/u],
  ['name', /^[^\d]{1,20}$/u],
  ['phrase', /^\S{1,5}$/u],
]);

const ruleOf = (key: string): RegExp | undefined => rules.get(key.replace(/\d+$/, ''));

/** Whether a value is one that its field may have. */
export function fits(key: string, value: string): boolean {
  return ruleOf(key)?.test(value) === true;
}
