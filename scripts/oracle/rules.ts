/** One way in which a run in glass-easel is not what a program meets in WeChat, or here, and what the oracle does about it. */
export interface Rule {
  readonly name: string;
  readonly why: string;
  /** What exactly is compared, or generated, differently. */
  readonly how: string;
}

/** Everything the oracle does not compare as it is. What is not listed here counts as a difference. */
export const rules: readonly Rule[] = [
  {
    name: 'ready-is-the-hosts',
    why: 'glass-easel leaves the ready lifetime to the framework around it.',
    how: 'After each action the oracle runs ready once in every component that has been attached and still is, in the order in which their own templates were: what is inside before what it is inside of.',
  },
  {
    name: 'group-set-data-is-the-hosts',
    why: 'glass-easel has groupUpdates and updateData; groupSetData is put together from them by its host.',
    how: 'The method is defined for glass-easel from those two.',
  },
  {
    name: 'selecting-is-the-hosts',
    why: 'glass-easel selects nodes of a template; selectComponent, selectAllComponents and selectOwnerComponent are made from that by its host.',
    how: 'The methods are defined for glass-easel as the components among what querySelectorAll of the template gives, and as the host of the template a component stands in.',
  },
  {
    name: 'set-data-copies',
    why: 'WeChat copies what setData is given; glass-easel alone keeps the object and later writes into it.',
    how: 'Actions hand glass-easel a copy, and model: writes one back.',
  },
  {
    name: 'property-observer-path',
    why: 'WeChat gives property observers the changed path as a third value; glass-easel dropped it.',
    how: 'Generated observers of properties look at two values.',
  },
  {
    name: 'class-is-a-list',
    why: 'glass-easel joins classes anew, a package keeps the text of the attribute; a DOM sees the same list.',
    how: 'class is compared without repeated, leading and trailing spaces; generated classes hold no lists and objects.',
  },
  {
    name: 'nothing-is-no-attribute',
    why: 'glass-easel keeps absent, null and empty attributes apart where nothing drawn differs, and writes an id of undefined and a slot name of null as the word.',
    how: 'Attributes that are undefined, null or empty are left out of both trees; generated ids and slot names always hold text.',
  },
  {
    name: 'updates-are-general',
    why: 'Where a single field changes, glass-easel updates simple templates in another way than all others: slot attributes keep the side of a ? b : c that they were made with, and several components get their properties before the first is updated.',
    how: 'Its updateMode is virtualTree, so that every update goes the general way.',
  },
  {
    name: 'null-in-behavior-data',
    why: 'glass-easel 0.12 throws when null in the data of one behavior meets an object in that of another.',
    how: 'Data of generated behaviors holds no null.',
  },
  {
    name: 'keys-are-unique',
    why: 'glass-easel 0.12 leaves rows as they were when a key that was unique comes to be repeated; here every row is drawn.',
    how: 'wx:key is generated where it is unique: the number of an item, or the item itself where items are texts or numbers.',
  },
  {
    name: 'content-of-every-slot',
    why: 'With dynamicSlots, glass-easel 0.12 never updates text that stands directly in the content, gives <slot> there to every slot, fails when content goes from between other content, knows slot:value on direct children only, fills a wx:if that was empty in the first slot only, takes a slot name of 0 or false for none, and updates content as it passes its slot in the update of the component itself, or after that as its fast paths have it.',
    how: 'In what components with dynamicSlots are given, text, templates, slots and a wx:if with an empty branch stand in a view and slot:v on direct children; slot names are text; rows with their slots have no wx:key; content waits until the update of the component itself is over.',
  },
  {
    name: 'slot-before-properties',
    why: 'glass-easel gives a component its properties before its slot attribute, and anything else its slot attribute before what is in it; here the slot attribute comes first.',
    how: 'Components whose slot attribute comes from data have it in a <block> around them. Where every slot has content of its own, both have it first.',
  },
  {
    name: 'template-content-goes-together',
    why: 'What <template is> brings into slot content goes to the slot of the tag here; in glass-easel each node in it may name another.',
    how: 'In <template name> slot attributes are generated below components only.',
  },
  {
    name: 'target-around-the-slot',
    why: 'To the handlers of a component, glass-easel names the slot as the target of an event from slot content. In WeChat it is the element around the slot, and components read its dataset.',
    how: 'Where glass-easel names a slot, its nearest element or component in the same template is compared.',
  },
  {
    name: 'choices-are-read-whole',
    why: 'glass-easel asks at run time which side of a ? b : c, and which member of a[b], was read; our compiler counts all of them. A property is then handed on again although it did not change.',
    how: 'Property values are generated without ?:, &&, || and computed members. Text, attributes and conditions have them.',
  },
  {
    name: 'last-item-marks-the-length',
    why: 'Setting the last item of a list counts as a change of its length here, because programs push and then set what they pushed; a property made of the length is then handed on again, and what an update under way has yet to come to shows the new length before.',
    how: 'Property values and what events show, which is ids, data- and marks, are generated without length. Text, other attributes and conditions have it.',
  },
  {
    name: 'nothing-set-before-created',
    why: 'What a handler sets while its own template is first built reaches that template here; in glass-easel it does not.',
    how: 'Generated code sets and triggers nothing in a component before its created, and sets no property, which model: may hand on, before the created of those around.',
  },
  {
    name: 'model-in-templates',
    why: 'Where <template is> hands on no such field, glass-easel writes what model: gives into the field of that name of the component; here nothing is written.',
    how: 'model: is generated outside <template name> only; a table test has it inside.',
  },
  {
    name: 'own-update',
    why: 'glass-easel updates a template again in the middle of its own update, as ours does, but also the very list or branch it is changing, which as its warning says may disorder the tree, branches that only the outer update was told of, templates by name, in which the outer update then goes on with older data, and content for every slot, which then never hears the rest of the outer update. Here each is finished first, and by the update that was told of it.',
    how: 'Steps are compared until glass-easel comes to a <template is> that it is in the middle of, or to a wx:if that it is in the middle of changing, or changes one that an outer update has yet to come to, or to a wx:for that has yet another list, one that this update was not told of, or not all its rows, or to content for every slot of which some has yet to be updated. The runs tell how many cases that ends.',
  },
  {
    name: 'update-of-what-has-gone',
    why: 'glass-easel goes on updating a component that program code has taken out of the tree meanwhile, as ours does, but fails over the backend it has taken from it as soon as something is to be made there or data- set.',
    how: 'Steps are compared until it has failed in that way.',
  },
  {
    name: 'attached-in-the-tree',
    why: 'When attached takes its own surroundings out of the tree, glass-easel goes on attaching what was in them and never detaches it, and passes over what has moved up into a place; here what is in the tree is attached and nothing else.',
    how: 'Steps are compared until glass-easel attaches a component that is not in the tree, or leaves out one that is.',
  },
  {
    name: 'slots-get-lost',
    why: 'When several nodes with slots come into a tree at once, as in a list that grows by two rows, glass-easel 0.12 breaks its list of the slots: content moves to a later slot or stays away, it fails when slots go, or it never comes to an end. Here content stays in the first slot of its name, and with dynamicSlots every slot gets its own.',
    how: 'Steps are compared until the slots that glass-easel lists are not those of its tree, or it fails in taking slots out.',
  },
  {
    name: 'way-of-a-tap',
    why: 'In WeChat the view finds the way of an event before any handler runs; glass-easel asks for the next node after each handler, so that one which removes its own surroundings ends the event. Events of components end there in both.',
    how: 'Steps are compared until a tap has removed or moved what it came through.',
  },
];
