/**
 * Bitrix24. Where to begin, by what one wants to know:
 *
 * <dl>
 *   <dt>What comes in
 *   <dd>{@code Bitrix24Webhook} reads a call: an event ({@code Bitrix24Event}) or a robot ({@code RobotCall}); {@code Bitrix24Application} proves an
 *       installation ({@code InstallCall}) and a visitor of the deal's tab ({@code TabCall}).
 *   <dt>How a portal is called
 *   <dd>{@code Bitrix24Client}: in whose name ({@code Callers}), within which limits ({@code PortalLimits}), one POST ({@code PortalExchange}), its answer
 *       ({@code Envelope}, {@code Refusals}), new tokens ({@code RenewTokens}), a new address ({@code Redirects}). {@code Batch} and {@code PortalLists} are
 *       made of such calls.
 *   <dt>What our steps need of a deal
 *   <dd>{@code Bitrix24Crm}. {@code DealBook} asks {@code DealBatch}'s questions; {@code DealParts} takes what is the deal's out of the answers,
 *       {@code DealHeads}, {@code Buyers} and {@code DealLines} put it in our words. {@code DealNoteDesk} tells by {@code TellingBatch}, with {@code NoteBook} and
 *       {@code NoteAnswers}.
 *       Also {@code OwnerBook}, {@code ProductMarkBook}, {@code RobotDesk}, {@code Bitrix24ChangeList}.
 *   <dt>What else a portal keeps
 *   <dd>a "book" reads, a "desk" writes: dictionaries ({@code StageBook}, {@code SellerBook}, {@code PresetBook}, {@code CatalogueWordBook}), the catalogue
 *       ({@code ProductDesk}, {@code PriceDesk}, {@code StockDesk}), parties ({@code CompanyDesk}, {@code ContactDesk}, {@code RequisiteDesk}), invoices and rows
 *       ({@code InvoiceDesk}, {@code RowDesk}), files and people ({@code FileDesk}, {@code PeopleDesk}).
 *   <dt>Setting up
 *   <dd>{@code Bitrix24SetUp} makes fields ({@code DealFieldDesk}) and bindings ({@code ApplicationBinding}); {@code PortalDoctor} examines by reading
 *       ({@code Symptoms}).
 * </dl>
 *
 * <p>Sections in comments are those of the reference "bitrix24".
 */
package dev.crm1c.connectors.bitrix24;
