/**
 * From a notice to 1C. Who calls whom:
 *
 * <pre>
 * CrmToOneCHandler ── HandleNotice ─┬─ ApplyDealToOneC ─┬─ ReadWish              what does the deal want of 1C?
 *                                   │                   ├─ BringDeal ─┬─ CheckDeal, ChooseSeller, MatchItems: everything to be mended, at once
 *                                   │                   │             ├─ AgreeSale ───┬─ FindParties, MatchItems
 *                                   │                   │             ├─ DeliverSale ─┴─ BringDocument ── MakeOnce, RewriteDocument
 *                                   │                   │             └─ RehearseSale          reading only
 *                                   │                   ├─ WithdrawDocuments         a lost deal
 *                                   │                   ├─ ReportToDeal ── TellDeal  entries, fields, stage
 *                                   │                   ├─ RemindResponsible
 *                                   │                   └─ AnswerRobots
 *                                   ├─ WakeWaitingDeals     a buyer changed
 *                                   ├─ CollectChanges       the portal's own list
 *                                   └─ BindApplication
 * </pre>
 *
 * <p>All words for people are in {@code Wording} and what it calls.
 */
package dev.crm1c.crmtoonec;
