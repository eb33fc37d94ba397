/**
 * The route that takes the platform's notices: what is not signed by it is refused, everything else is kept as proof and
 * handed to `paid` when it says that an order was paid. A notice may come twice; `paid` acts once.
 */
export function takeNotices(app, { platform, say, keepProof, paid }) {
  app.post('/notices', async (context) => {
    const body = await context.req.text();
    const notice = await platform.readNotice(context.req.raw.headers, body).catch(() => undefined);
    if (notice === undefined) {
      say('a notice that is not the platform’s was refused');
      return context.json({ code: 'FAIL', message: 'not signed' }, 401);
    }
    keepProof({ headers: Object.fromEntries(context.req.raw.headers), body });
    if (notice.kind === 'TRANSACTION.SUCCESS' && notice.content.trade_state === 'SUCCESS') paid(notice.content);
    return context.body(null, 204);
  });
}
