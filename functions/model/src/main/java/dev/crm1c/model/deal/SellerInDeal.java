package dev.crm1c.model.deal;

/** In whose name the deal itself says that it is sold. */
public sealed interface SellerInDeal {
    record NotNamed() implements SellerInDeal {}

    /** As people typed it: nobody has checked the numbers. */
    record Named(String inn, String kpp) implements SellerInDeal {}
}
