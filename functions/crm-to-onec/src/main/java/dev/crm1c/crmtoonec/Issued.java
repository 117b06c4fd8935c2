package dev.crm1c.crmtoonec;

import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.sync.Link;
import java.util.List;

/** What stands in 1C for a deal now. */
sealed interface Issued {
    Link.Verified invoice();

    List<Remark> remarks();

    record Invoice(Link.Verified invoice) implements Issued {
        @Override
        public List<Remark> remarks() {
            return invoice.remarks();
        }
    }

    record InvoiceOverOrder(Link.Verified order, Link.Verified invoice) implements Issued {
        @Override
        public List<Remark> remarks() {
            return order.remarks();
        }
    }
}
