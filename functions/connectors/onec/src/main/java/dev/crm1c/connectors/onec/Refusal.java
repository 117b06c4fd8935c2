package dev.crm1c.connectors.onec;

import dev.crm1c.connectors.onec.OneCErrors.Intent;
import dev.crm1c.model.onec.Finding.Barrier;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Problem.OneCAccessRefused;
import dev.crm1c.model.sync.Problem.OneCAccessRefused.Access;

/** Why a call did not do what it was for, told by status and code. Source: reference "onec", 1.7. */
sealed interface Refusal {

    /** What is to be done about it. */
    enum Remedy {
        REPEAT_NOW,
        LATER,
        /** The call may have done its work: nobody repeats it who has not looked. */
        LOOK_FIRST,
        PEOPLE
    }

    default Remedy remedy(Intent intent) {
        return switch (this) {
            case DeadSession _ -> Remedy.REPEAT_NOW;
            case Passing _ -> Remedy.LATER;
            case ForPeople _ -> Remedy.PEOPLE;
            case Unclear _ -> intent == Intent.WRITE ? Remedy.LOOK_FIRST : Remedy.LATER;
        };
    }

    /** Neither time nor another try changes it. */
    sealed interface ForPeople extends Refusal {
        Problem problem();
    }

    /** The call was not run, and the same call may be run later. */
    sealed interface Passing extends Refusal {
        Delay delay();
    }

    /** Nobody knows whether the call was run: no answer, half of one, or one that is none. */
    record Unclear() implements Refusal {}

    /** Code 8: the set is absent from the base or not published; a fresh base publishes nothing. */
    record NotPublished(String set) implements ForPeople {
        @Override
        public Problem problem() {
            return new Problem.NotPublished(set);
        }
    }

    /** Code 9: no object has this key. */
    record NotFound(String words) implements ForPeople {
        @Override
        public Problem problem() {
            return new Problem.OneCSaysNo(words);
        }
    }

    /** Code 15: an object or a record with this key is there already. */
    record KeyTaken(String words) implements ForPeople {
        @Override
        public Problem problem() {
            return new Problem.OneCSaysNo(words);
        }
    }

    /** Code 20. */
    record NoRight() implements ForPeople {
        @Override
        public Problem problem() {
            return new OneCAccessRefused(Access.NO_RIGHT);
        }
    }

    /** 401 with nothing in it. */
    record WrongPassword() implements ForPeople {
        @Override
        public Problem problem() {
            return new OneCAccessRefused(Access.WRONG_PASSWORD);
        }
    }

    /** 404 without a code or a redirect: there is no 1C at this address. */
    record WrongAddress() implements ForPeople {
        @Override
        public Problem problem() {
            return new OneCAccessRefused(Access.WRONG_ADDRESS);
        }
    }

    /** Our own rule: inside our network nobody is called. */
    record ForbiddenAddress() implements ForPeople {
        @Override
        public Problem problem() {
            return new OneCAccessRefused(Access.ADDRESS_FORBIDDEN);
        }
    }

    /** Code -1: the configuration's own code said no, in words for people, or the platform stumbled over our call. */
    record BusinessSaysNo(String words) implements ForPeople {
        @Override
        public Problem problem() {
            return new Problem.OneCSaysNo(words);
        }
    }

    /** Code -1: the books are closed up to a date, and the document's own is before it. */
    record PeriodClosed(String words) implements ForPeople {
        @Override
        public Problem problem() {
            return new Problem.PeriodClosed(words);
        }
    }

    /** Any other code: the base has other fields, types or functions than the profile says. */
    record NotUnderstood(String code, String words) implements ForPeople {
        @Override
        public Problem problem() {
            return new Problem.OneCSaysNo(words);
        }
    }

    /** 412: only from a platform that checks {@code If-Match}. */
    record DataVersionDiffers() implements ForPeople {
        @Override
        public Problem problem() {
            return new Problem.OneCSaysNo("объект изменён в 1С, пока мы его записывали");
        }
    }

    /** Another 4xx without a code: the web server kept the call from 1C, and will again. */
    record WebServerSaysNo(int status) implements ForPeople {
        @Override
        public Problem problem() {
            return new Problem.OneCSaysNo("веб-сервер перед 1С не пропускает запрос (HTTP " + status + ")");
        }
    }

    /** A path segment that was not sent for its length, or a query that the web server found too long. */
    record AddressTooLong(String set) implements ForPeople {
        @Override
        public Problem problem() {
            return new Problem.OneCSaysNo("адрес запроса к " + set + " длиннее, чем пропускает веб-сервер");
        }
    }

    /** A lock of the database held by somebody else's transaction. */
    record Locked() implements Passing {
        @Override
        public Delay delay() {
            return Delay.ONEC_LOCKED;
        }
    }

    record NoLicence() implements Passing {
        @Override
        public Delay delay() {
            return Delay.ONEC_BUSY;
        }
    }

    /** 406: nobody of the pool became free in time. 429: a proxy in front says the same. */
    record NoFreeSession() implements Passing {
        @Override
        public Delay delay() {
            return Delay.ONEC_BUSY;
        }
    }

    /** 400 without a code to a call with a session's cookie. */
    record DeadSession() implements Passing {
        @Override
        public Delay delay() {
            return Delay.ONEC_BUSY;
        }
    }

    /** 403 without a code: the administrator has blocked sessions. */
    record Maintenance() implements Passing {
        @Override
        public Delay delay() {
            return Delay.ONEC_MAINTENANCE;
        }
    }

    /** 409 without a code: the server or its web extension is being updated. */
    record VersionsDiffer() implements Passing {
        @Override
        public Delay delay() {
            return Delay.ONEC_UPDATING;
        }
    }

    /** No connection, no effect. */
    record Unreachable(Barrier barrier) implements Passing {
        @Override
        public Delay delay() {
            return Delay.ONEC_UNREACHABLE;
        }
    }

    /** We have no login for this base. */
    record NoCredential() implements Passing {
        @Override
        public Delay delay() {
            return Delay.ONEC_UNREACHABLE;
        }
    }
}
