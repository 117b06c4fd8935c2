package dev.crm1c.simulators.bitrix24.crm;

import java.math.BigDecimal;

/**
 * A line of a deal as it is written (bitrix24.md §5.3 [doc]).
 *
 * @param price of one unit, after the discount and with the tax, whatever taxIncluded says
 * @param taxRate null is "without VAT", which is not 0 %
 * @param discountSum of one unit, without the tax
 * @param type 1 a good, 4 a variation of a good, 7 a service
 */
public record ProductRow(
        long productId,
        String productName,
        BigDecimal price,
        BigDecimal quantity,
        int discountTypeId,
        BigDecimal discountRate,
        BigDecimal discountSum,
        BigDecimal taxRate,
        boolean taxIncluded,
        long measureCode,
        String measureName,
        long sort,
        String xmlId,
        int type) {
    public static final int ABSOLUTE_DISCOUNT = 1;
    public static final int PERCENT_DISCOUNT = 2;
    private static final int GOOD = 1;
    private static final int SERVICE = 7;
    private static final int PIECES = 796;

    /** Pieces of a good, without VAT and discount. */
    public static ProductRow of(String name, String price, String quantity) {
        return new ProductRow(
                0,
                name,
                new BigDecimal(price),
                new BigDecimal(quantity),
                PERCENT_DISCOUNT,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                true,
                PIECES,
                "шт",
                0,
                null,
                GOOD);
    }

    public ProductRow withVat(int percent) {
        return with(price, quantity, BigDecimal.valueOf(percent), type, productId, sort);
    }

    public ProductRow asService() {
        return with(price, quantity, taxRate, SERVICE, productId, sort);
    }

    public ProductRow withProduct(long id) {
        return with(price, quantity, taxRate, type, id, sort);
    }

    public ProductRow withPrice(String price) {
        return with(new BigDecimal(price), quantity, taxRate, type, productId, sort);
    }

    public ProductRow withQuantity(String quantity) {
        return with(price, new BigDecimal(quantity), taxRate, type, productId, sort);
    }

    public ProductRow withSort(long sort) {
        return with(price, quantity, taxRate, type, productId, sort);
    }

    /** The discount that the price already has. */
    public ProductRow withDiscountPercent(String percent) {
        return discounted(PERCENT_DISCOUNT, new BigDecimal(percent), BigDecimal.ZERO);
    }

    /** The discount of one unit, without tax, that the price already has. */
    public ProductRow withDiscountSum(String sum) {
        return discounted(ABSOLUTE_DISCOUNT, BigDecimal.ZERO, new BigDecimal(sum));
    }

    public ProductRow withMeasure(long code, String name) {
        return new ProductRow(
                productId,
                productName,
                price,
                quantity,
                discountTypeId,
                discountRate,
                discountSum,
                taxRate,
                taxIncluded,
                code,
                name,
                sort,
                xmlId,
                type);
    }

    private ProductRow discounted(int kind, BigDecimal rate, BigDecimal sum) {
        return new ProductRow(
                productId,
                productName,
                price,
                quantity,
                kind,
                rate,
                sum,
                taxRate,
                taxIncluded,
                measureCode,
                measureName,
                sort,
                xmlId,
                type);
    }

    private ProductRow with(BigDecimal price, BigDecimal quantity, BigDecimal tax, int type, long product, long sort) {
        return new ProductRow(
                product,
                productName,
                price,
                quantity,
                discountTypeId,
                discountRate,
                discountSum,
                tax,
                taxIncluded,
                measureCode,
                measureName,
                sort,
                xmlId,
                type);
    }
}
