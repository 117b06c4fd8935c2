package dev.crm1c.crmapp;

/** What a problem is about. The table keeps its code alone: the words of what to do were for the timeline. */
final class ProblemTopics {
    /** For codes of former releases. */
    static final String OTHER = "данные сделки";

    private ProblemTopics() {}

    static String of(String code) {
        return switch (code) {
            case "NoBuyer" -> "не указан покупатель";
            case "NoPersonName", "PersonNameTooLong" -> "имя покупателя";
            case "NoRequisites",
                    "InnMissing",
                    "InnWrong",
                    "KppMissing",
                    "KppWrong",
                    "RegistrationNumberWrong",
                    "BikWrong",
                    "AccountWrong",
                    "NoCompanyName",
                    "CompanyNameTooLong" -> "реквизиты компании";
            case "NoLines",
                    "TooManyLines",
                    "NoPrice",
                    "PriceNotPositive",
                    "SumTooLarge",
                    "QuantityDoesNotFit",
                    "NoName",
                    "NameTooLong",
                    "UnknownVatRate",
                    "VatRateNotInForce",
                    "UnitUnknown",
                    "UnitDiffers",
                    "KitAsLine",
                    "GoodsNotForDocument" -> "товары и услуги";
            case "HandedOverWrong", "HandedOverUnreadable" -> "что отгружено";
            case "ItemNotFound", "ItemDoubled" -> "номенклатура в 1С";
            case "CurrencyNotSupported" -> "валюта сделки";
            case "NoCurrencyRate" -> "курс валюты в 1С";
            case "NoScenarioForPipeline" -> "настройка обмена: для этой воронки он не задан";
            case "NoSellerForDeal" -> "неясно, какая ваша организация продаёт";
            case "WonWithoutDocuments" -> "сделка выиграна, а документов в 1С нет";
            case "TotalsDiffer", "LineDiffers" -> "документ в 1С не сошёлся со сделкой";
            case "CannotWithdraw",
                    "DocumentPaid",
                    "DocumentShipped",
                    "DocumentEditedInOneC",
                    "DocumentMarkedForDeletion" -> "документ в 1С, который нельзя менять";
            case "PeriodClosed" -> "период в 1С закрыт";
            case "OrganizationNotFound",
                    "OrganizationHasNoBankAccount",
                    "DictionaryEntryMissing",
                    "EntryNotChosen",
                    "NotPublished",
                    "OneCAccessRefused",
                    "RequiredFieldEmpty",
                    "UnitNotInOneC",
                    "ValueNotInBase" -> "настройка 1С";
            case "OneCSaysNo" -> "отказ 1С";
            case "CrmSaysNo", "FieldsRefused" -> "отказ портала";
            default -> OTHER;
        };
    }
}
