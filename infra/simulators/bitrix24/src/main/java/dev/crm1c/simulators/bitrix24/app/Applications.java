package dev.crm1c.simulators.bitrix24.app;

import dev.crm1c.simulators.bitrix24.app.Application.Installation;
import dev.crm1c.simulators.bitrix24.app.ApplicationCard.Face;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.event.Letter;
import dev.crm1c.simulators.bitrix24.event.QueueServer;
import dev.crm1c.simulators.bitrix24.oauth.TokenOffice;
import java.util.List;

/** An administrator installs, updates and removes applications (bitrix24.md §1.2). */
public final class Applications {
    /** Whether the data of a removed application is to go too. */
    public enum Leaving {
        KEEPING_DATA("0"),
        CLEANING_UP("1");

        private final String flag;

        Leaving(String flag) {
            this.flag = flag;
        }

        String flag() {
            return flag;
        }
    }

    private final Portal portal;
    private final ApplicationBook book;
    private final AppLetters letters;
    private final QueueServer queue;
    private final TokenOffice office;
    private final OfflineQueues offline;
    private final Browser browser;
    private final long admin;

    Applications(
            Portal portal,
            ApplicationBook book,
            AppLetters letters,
            QueueServer queue,
            TokenOffice office,
            OfflineQueues offline,
            Browser browser,
            long admin) {
        this.portal = portal;
        this.book = book;
        this.letters = letters;
        this.queue = queue;
        this.office = office;
        this.offline = offline;
        this.browser = browser;
        this.admin = admin;
    }

    /**
     * An application without pages is installed at once and told so at its install address; one with an interface is
     * opened there in the administrator's browser and stays silent until its page calls installFinish.
     */
    public void install(ApplicationCard card) {
        Application application = portal.alone(() -> {
            Application fresh = book.register(card);
            if (card.face() == Face.API_ONLY) {
                fresh.finish();
            } else {
                fresh.begin();
            }
            return fresh;
        });
        if (application.isReady()) {
            queue.send(letters.installed(application, card.installAddress(), admin));
        } else {
            browser.openInstallation(card, admin);
        }
    }

    /** BX24.installFinish() in the browser: from now on events are sent and placements are seen. */
    public void finishInstallation(String clientId) {
        Application application = book.get(clientId);
        if (application.installation() != Installation.BEGUN) {
            throw new IllegalStateException("the installation of " + clientId + " is " + application.installation());
        }
        send(portal.alone(() -> {
            application.finish();
            return application.listenersTo(AppLetters.INSTALL).stream()
                    .map(binding -> letters.installed(application, binding.handler(), admin))
                    .toList();
        }));
    }

    /** Bindings and placements are gone before the application hears of it (bitrix24.md §1.2 [doc]). */
    public void update(String clientId) {
        Application application = book.get(clientId);
        send(portal.alone(() -> {
            int previous = application.version();
            List<EventBinding.Online> listeners = application.listenersTo(AppLetters.UPDATE);
            application.update(previous + 1);
            return listeners.stream()
                    .map(binding -> letters.updated(application, binding.handler(), previous, admin))
                    .toList();
        }));
    }

    /** Only those who have bound ONAPPUNINSTALL hear of it; tokens, bindings, placements and robots are gone. */
    public void uninstall(String clientId, Leaving leaving) {
        Application application = book.get(clientId);
        send(portal.alone(() -> {
            List<Letter> farewell = application.listenersTo(AppLetters.UNINSTALL).stream()
                    .map(binding -> letters.removed(application.card(), binding.handler(), leaving))
                    .toList();
            application.remove();
            office.revoke(clientId);
            offline.clear(clientId, record -> true);
            return farewell;
        }));
    }

    private void send(List<Letter> all) {
        all.forEach(queue::send);
    }
}
