package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§1.9 registers in $metadata: sets, records, calculated tables and the functions bound to them")
class RegisterMetadataTest extends TradeTest {
    private static final String STOCK = "AccumulationRegister_ТоварыНаСкладах";

    private String metadata() {
        return caller.send("GET", "$metadata", "", "", Map.of()).text();
    }

    private static String element(String metadata, String kind, String name) {
        Matcher matcher = Pattern.compile("<" + kind + " Name=\"" + name + "\".*?</" + kind + ">", Pattern.DOTALL)
                .matcher(metadata);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group();
    }

    @Test
    @DisplayName("§1.9 a subordinate register: keyed by recorder and its type, a RecordSet, a set of records")
    void subordinate() {
        String metadata = metadata();
        assertThat(element(metadata, "EntityType", STOCK))
                .contains("OpenType=\"true\"")
                .contains("<PropertyRef Name=\"Recorder\"/><PropertyRef Name=\"Recorder_Type\"/>")
                .contains("Type=\"Collection(StandardODATA." + STOCK + "_RowType)\"");
        assertThat(element(metadata, "EntityType", STOCK + "_RecordType"))
                .contains("<PropertyRef Name=\"Recorder_Type\"/><PropertyRef Name=\"LineNumber\"/>")
                .contains("Name=\"RecordType\"")
                .contains("NavigationProperty Name=\"Номенклатура\"");
        assertThat(element(metadata, "EntityType", "InformationRegister_ЦеныНоменклатуры25_RecordType"))
                .contains("<PropertyRef Name=\"Period\"/><PropertyRef Name=\"Номенклатура_Key\"/>")
                .doesNotContain("<PropertyRef Name=\"Recorder\"/>");
        assertThat(metadata)
                .contains("<EntitySet Name=\"" + STOCK + "_RecordType\"")
                .contains("<EntitySet Name=\"" + STOCK + "\"");
    }

    @Test
    @DisplayName("§1.9 a calculated table is a complex type, its function is bound by the first parameter alone")
    void functions() {
        String metadata = metadata();
        assertThat(element(metadata, "ComplexType", STOCK + "_BalanceAndTurnover"))
                .contains("Name=\"ВНаличииOpeningBalance\"")
                .contains("Name=\"КОтгрузкеClosingBalance\"");
        assertThat(metadata)
                .contains("<FunctionImport Name=\"Balance\" IsBindable=\"true\" IsSideEffecting=\"false\" ReturnType="
                        + "\"Collection(StandardODATA." + STOCK + "_Balance)\"><Parameter Name=\"bindingParameter\" "
                        + "Type=\"StandardODATA." + STOCK + "\"/><Parameter Name=\"Condition\" Type=\"Edm.String\"/>"
                        + "<Parameter Name=\"Dimensions\" Type=\"Edm.String\"/>"
                        + "<Parameter Name=\"Period\" Type=\"Edm.DateTime\"/></FunctionImport>")
                .contains("Type=\"StandardODATA.InformationRegister_ЦеныНоменклатуры25_RecordType\"/>"
                        + "<Parameter Name=\"Condition\"")
                .doesNotContain("StandardODATA.InformationRegister_ЦеныНоменклатуры25_Balance");
    }

    @Test
    @DisplayName("§1.9 books keep what is not balanced for either side; turnovers have no balance")
    void accounting() {
        shut();
        simulator = OneCSimulator.start(OneCSettings.defaults());
        caller = new Caller(simulator);
        String metadata = metadata();
        assertThat(element(metadata, "EntityType", "AccountingRegister_Хозрасчетный_RecordType"))
                .contains("Name=\"AccountDr_Key\"")
                .contains("Name=\"Организация_Key\"")
                .contains("Name=\"ВалютаCr_Key\"")
                .contains("Name=\"Сумма\"")
                .contains("Name=\"КоличествоDr\"");
        assertThat(element(metadata, "ComplexType", "AccountingRegister_Хозрасчетный_Balance"))
                .contains("Name=\"Account_Key\"")
                .contains("Name=\"ExtDimension3_Type\"")
                .contains("Name=\"СуммаBalanceDr\"");
        assertThat(metadata)
                .contains("AccumulationRegister_ОплатаСчетов_Turnover\"")
                .doesNotContain("AccumulationRegister_ОплатаСчетов_Balance");
    }

    @Test
    @DisplayName("§1.1 a register that is not published has no records and no functions either")
    void unpublished() {
        shut();
        simulator = OneCSimulator.start(settings().withPublished(Set.of("Catalog_Номенклатура")));
        caller = new Caller(simulator);
        assertThat(caller.get(STOCK + "/Balance()").refusal()).isEqualTo("404/8");
        assertThat(caller.get(STOCK + "_RecordType").refusal()).isEqualTo("404/8");
        assertThat(metadata()).doesNotContain(STOCK);
    }
}
