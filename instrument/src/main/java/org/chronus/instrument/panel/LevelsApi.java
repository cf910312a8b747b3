package org.chronus.instrument.panel;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.engine.EngineStats;
import org.chronus.instrument.panel.http.PanelRefusal;
import org.chronus.instrument.panel.http.PanelReply;
import org.chronus.instrument.panel.http.Route;
import org.chronus.instrument.rehearsal.BackgroundCheck;
import org.chronus.presets.library.Bank;
import tools.jackson.databind.json.JsonMapper;

/** How loud the programs of the bank are, {@code /api/levels}: the last report, POST to measure anew, DELETE to leave off. Virtual threads. */
final class LevelsApi implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String PATH = "/api/levels", OURS = "factory:";
    /** Share of a block's time from which on the instrument is to have the machine for itself. */
    private static final double BUSY = 0.5;

    private final ControlRoom room;
    private final BackgroundCheck check = new BackgroundCheck(this::isBusy);
    /** Late blocks when it was looked at last; of the thread that watches the check. */
    private long late;

    LevelsApi(ControlRoom room) {
        this.room = room;
    }

    private boolean isBusy() {
        EngineStats stats = room.instrument().engine().stats();
        long now = stats.callbacks().worked() + stats.callbacks().waited() + room.instrument().audio().map(audio -> audio.late()).orElse(0L);
        boolean later = now > late;
        late = now;
        return later || stats.load() > BUSY;
    }

    /** Where the check is, as JSON. */
    String state() {
        return MAPPER.writeValueAsString(check.state());
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::tell), Route.post(PATH, exchange -> {
            begin();
            tell(exchange);
        }), new Route("DELETE", PATH, exchange -> {
            check.cancel();
            tell(exchange);
        }));
    }

    private void tell(HttpExchange exchange) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("state", check.state());
        String report = check.report();
        values.put("report", report.isEmpty() ? null : MAPPER.readTree(report));
        PanelReply.packed(exchange, values);
    }

    private void begin() throws PanelRefusal {
        Bank bank = room.instrument().setList().bank();
        try {
            if (!check.begin(bank.origin().startsWith(OURS) ? Optional.empty() : Optional.of(bank.origin()))) {
                throw new PanelRefusal(409, "the bank is being measured: wait for it, or cancel it");
            }
        } catch (IOException missing) {
            throw new PanelRefusal(500, "the check cannot be started (" + missing.getMessage() + "): install util-linux, which has chrt");
        }
    }

    @Override public void close() {
        check.close();
    }
}
