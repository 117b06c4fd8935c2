package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.onec.structure.Release;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RepresentationTest extends BaseTest {

    @Test
    @DisplayName("§1.1 Atom is the default; JSON comes for $format or for Accept")
    void atomByDefault() {
        Reply atom = caller.send("GET", ITEMS, "", "", Map.of());
        assertThat(atom.header("Content-Type")).startsWith("application/atom+xml");
        assertThat(atom.text()).contains("<d:Description>Кресло офисное</d:Description>");
        Reply accepted = caller.send("GET", ITEMS, "", "", Map.of("Accept", "application/json"));
        assertThat(accepted.header("Content-Type")).startsWith("application/json;odata=minimalmetadata");
        assertThat(caller.get(ITEMS).header("Content-Type")).startsWith("application/json");
        assertThat(accepted.header("DataServiceVersion")).isEqualTo("3.0");
    }

    @Test
    @DisplayName("§1.7 errors are Atom, too, unless JSON was asked for")
    void atomErrors() {
        Reply atom = caller.send("GET", one(ITEMS, UUID.randomUUID()), "", "", Map.of());
        assertThat(atom.status()).isEqualTo(404);
        assertThat(atom.text())
                .contains("<m:error xmlns:m=\"http://schemas.microsoft.com/ado/2007/08/dataservices/metadata\">"
                        + "<m:code>9</m:code><m:message>Экземпляр сущности не найден</m:message></m:error>");
    }

    @Test
    @DisplayName("§1.1 $metadata is XML whatever is asked for")
    void metadataIsXml() {
        Reply metadata = caller.get("$metadata");
        assertThat(metadata.header("Content-Type")).startsWith("application/xml");
        assertThat(metadata.text()).contains("<edmx:Edmx");
    }

    @Test
    @DisplayName("§1.1 JSON begins with a BOM, errors also; a switch takes it away")
    void bom() {
        assertThat(caller.get(ITEMS).bom()).isTrue();
        assertThat(caller.get("CatalogПоставщики").bom()).isTrue();
        restart(settings().withBom(false));
        assertThat(caller.get(ITEMS).bom()).isFalse();
    }

    @Test
    @DisplayName("§1.1 an unencoded ; ends the option: the level of metadata is lost")
    void unencodedSemicolon() {
        String raw = caller.send("GET", ITEMS, "$format=application/json;odata=nometadata", "", Map.of())
                .text();
        assertThat(raw).contains("odata.metadata");
        String encoded = caller.send("GET", ITEMS, "$format=application/json%3Bodata%3Dnometadata", "", Map.of())
                .text();
        assertThat(encoded).doesNotContain("odata.metadata").doesNotContain("navigationLinkUrl");
    }

    @Test
    @DisplayName("§1.3 Int64 is a string, Double a number; empty guid, date, enum and composite have their forms")
    void types() {
        UUID key = invoice("\"КратностьВзаиморасчетов\":1,\"СуммаДокумента\":\"1234567890123.450\"");
        JsonNode invoice = caller.get(one(INVOICES, key)).json();
        assertThat(invoice.path("КратностьВзаиморасчетов").isTextual()).isTrue();
        assertThat(invoice.path("КратностьВзаиморасчетов").asText()).isEqualTo("1");
        assertThat(invoice.path("СуммаДокумента").isNumber()).isTrue();
        assertThat(caller.get(one(INVOICES, key)).text()).contains("\"СуммаДокумента\":1234567890123.45,");
        assertThat(invoice.path("Контрагент_Key").asText()).isEqualTo(EMPTY);
        assertThat(invoice.path("ВидОперации").asText()).isEmpty();
        assertThat(invoice.path("ДокументОснование").asText()).isEmpty();
        assertThat(invoice.path("ДокументОснование_Type").asText()).isEqualTo("StandardODATA.Undefined");
        JsonNode currency = caller.get(one(
                        "Catalog_БанковскиеСчета",
                        simulator
                                .one("Catalog_Организации", demo.organization())
                                .path("ОсновнойБанковскийСчет_Key")
                                .asText()))
                .json();
        assertThat(currency.path("ДатаОткрытия").asText()).isEqualTo("0001-01-01T00:00:00");
        assertThat(currency.path("Owner_Type").asText()).isEqualTo("StandardODATA.Catalog_Организации");
    }

    @Test
    @DisplayName("§1.3 Int16 is a number: at most four digits")
    void smallIntegers() {
        JsonNode bank = caller.get("Catalog_Банки").json().path("value").path(0);
        assertThat(bank.path("РучноеИзменение").isNumber()).isTrue();
    }

    @Test
    @DisplayName("§1.3 odata.metadata and navigationLinkUrl for non-empty references only, as recorded")
    void minimalMetadata() {
        UUID key = demo.items().get("KR-001");
        JsonNode item = caller.get(one(ITEMS, key)).json();
        assertThat(item.path("odata.metadata").asText()).endsWith("/$metadata#" + ITEMS + "/@Element");
        assertThat(item.path("ЕдиницаИзмерения@navigationLinkUrl").asText())
                .isEqualTo(one(ITEMS, key) + "/ЕдиницаИзмерения");
        assertThat(item.has("НомерГТД@navigationLinkUrl")).isFalse();
        assertThat(caller.get(ITEMS).json().path("odata.metadata").asText()).endsWith("/$metadata#" + ITEMS);
    }

    @Test
    @DisplayName("§1.3 a navigation link leads to the object")
    void navigation() {
        UUID key = demo.items().get("KR-001");
        assertThat(caller.get(one(ITEMS, key) + "/ЕдиницаИзмерения")
                        .json()
                        .path("Code")
                        .asText())
                .isEqualTo("796");
        assertThat(caller.get(one(ITEMS, key) + "/НомерГТД").refusal()).isEqualTo("404/9");
    }

    @Test
    @DisplayName("§1.3 a composite field is a value with its type; a fixed string is padded with spaces")
    void compositeAndPadded() {
        UUID key = invoice("\"Number\":\"А-1\",\"Товары\":[{\"LineNumber\":1,\"Номенклатура\":\""
                + demo.items().get("KR-001") + "\",\"Номенклатура_Type\":\"StandardODATA.Catalog_Номенклатура\"}]");
        JsonNode invoice = caller.get(one(INVOICES, key)).json();
        assertThat(invoice.path("Number").asText()).isEqualTo("А-1        ");
        JsonNode row = invoice.path("Товары").path(0);
        assertThat(row.path("LineNumber").asText()).isEqualTo("1");
        assertThat(row.path("LineNumber").isTextual()).isTrue();
        assertThat(row.path("Номенклатура_Type").asText()).isEqualTo("StandardODATA.Catalog_Номенклатура");
        assertThat(row.path("Номенклатура").asText())
                .isEqualTo(demo.items().get("KR-001").toString());
    }

    @Test
    @DisplayName("§1.3 control characters are stored, and then spoil the whole Atom answer with 400")
    void controlCharacters() {
        UUID bad = accountant.counterparty("ООО «Вектор\u0002»", "5001000027", "500101001");
        UUID good = accountant.counterparty("ООО «Горизонт»", "7802000030", "780201001");
        assertThat(caller.get(one(COUNTERPARTIES, bad))
                        .json()
                        .path("Description")
                        .asText())
                .contains("\u0002");
        assertThat(caller.send("GET", one(COUNTERPARTIES, bad), "", "", Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(caller.send("GET", COUNTERPARTIES, "", "", Map.of()).status())
                .isEqualTo(400);
        assertThat(caller.send("GET", one(COUNTERPARTIES, good), "", "", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("§1.9 EDMX: keys not nullable, X_Type last, enum members without values, Post bound by its parameter")
    void metadataShape() {
        String edmx = caller.get("$metadata").text();
        assertThat(edmx)
                .contains("<PropertyRef Name=\"Организация_Key\"/><PropertyRef Name=\"Документ\"/>"
                        + "<PropertyRef Name=\"Документ_Type\"/>")
                .contains("<Property Name=\"Документ_Type\" Type=\"Edm.String\" Nullable=\"false\"/>"
                        + "<Property Name=\"Статус_Type\"")
                .contains("<Member Name=\"НДС22_122\"/>")
                .contains("<FunctionImport Name=\"Post\" IsBindable=\"true\" IsSideEffecting=\"true\">"
                        + "<Parameter Name=\"bindingParameter\" Type=\"StandardODATA." + INVOICES + "\"/>")
                .doesNotContain("AssociationSet")
                .doesNotContain("____Presentation");
        restart(settings().withRelease(Release.AS_DUMPED));
        assertThat(caller.get("$metadata").text())
                .contains("<Member Name=\"НДС20\"/>")
                .doesNotContain("НДС22")
                .doesNotContain("НДС5\"");
    }
}
