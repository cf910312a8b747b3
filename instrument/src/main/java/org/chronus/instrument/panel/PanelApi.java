package org.chronus.instrument.panel;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.chronus.instrument.control.Answer;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.control.Refused;
import org.chronus.instrument.control.Request;
import org.chronus.instrument.control.json.JsonAnswers;
import org.chronus.instrument.control.json.JsonRequests;
import org.chronus.instrument.control.ports.PlayingPorts;
import org.chronus.instrument.panel.http.PanelRefusal;
import org.chronus.instrument.panel.http.PanelReply;
import org.chronus.instrument.panel.http.Route;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;
import tools.jackson.databind.JsonNode;

/** What is asked, one object as on the socket or a list of them; and what plays, the programs and the bank, which are read. Virtual threads. */
final class PanelApi {
    private static final int LONGEST = 65_536, MOST = 256;
    /** The header by which a page says which it is. */
    private static final String PAGE = "X-Page";

    private final ControlRoom room;
    private final KeyHolds holds;

    PanelApi(ControlRoom room, KeyHolds holds) {
        this.room = room;
        this.holds = holds;
    }

    List<Route> routes() {
        return List.of(Route.post("/api/ask", this::ask),
                Route.get("/api/status", exchange -> PanelReply.json(exchange, 200, done(new Request.Status()))),
                Route.get("/api/programs", exchange -> PanelReply.json(exchange, 200, programs())),
                Route.get("/api/patch", exchange -> PanelReply.json(exchange, 200, PlayingPorts.of(room.instrument()).view())),
                Route.get("/api/bank", exchange -> PanelReply.packed(exchange, done(new Request.ReadBank()))));
    }

    /** What it tells, as on the socket. */
    private Object done(Request request) throws PanelRefusal {
        Map<String, Object> answer = JsonAnswers.object(await(room.ask(request, System.nanoTime())));
        if (answer.get("done") == null) {
            throw new PanelRefusal(409, answer.get("refused").toString());
        }
        return answer.get("done");
    }

    private void ask(HttpExchange exchange) throws IOException, PanelRefusal {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new PanelRefusal(413, "a request has no more than " + LONGEST + " bytes: send a shorter one");
        }
        String page = Optional.ofNullable(exchange.getRequestHeaders().getFirst(PAGE)).orElse("");
        try {
            JsonNode tree = JsonRequests.parse(body);
            if (!tree.isArray()) {
                Answer answer = await(send(tree, page));
                PanelReply.json(exchange, answer instanceof Answer.Done ? 200 : 422, JsonAnswers.object(answer));
                return;
            }
            PanelReply.json(exchange, 200, answers(tree, page));
        } catch (Refused refused) {
            throw new PanelRefusal(400, refused.getMessage());
        }
    }

    /** In their order; one that is refused does not keep the next from being carried out. */
    private List<Map<String, Object>> answers(JsonNode list, String page) throws PanelRefusal {
        if (list.size() > MOST) {
            throw new PanelRefusal(413, "a list has no more than " + MOST + " requests: send several");
        }
        List<Map<String, Object>> answers = new ArrayList<>();
        for (JsonNode each : list) {
            Answer answer;
            try {
                answer = await(send(each, page));
            } catch (Refused refused) {
                answer = new Answer.Refusal(refused.getMessage());
            }
            answers.add(JsonAnswers.object(answer));
        }
        return answers;
    }

    private Future<Answer> send(JsonNode tree, String page) throws Refused {
        Request request = JsonRequests.of(tree);
        if (request instanceof Request.Note note && !page.isEmpty()) {
            holds.see(page, note);
        }
        return room.ask(request, System.nanoTime());
    }

    private static Answer await(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Refusal("the instrument ends: start another");
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** The set list in its order, with what the files say of each. */
    private List<Map<String, Object>> programs() {
        Bank bank = room.instrument().setList().bank();
        List<Map<String, Object>> all = new ArrayList<>();
        for (ProgramAddress place : bank.order()) {
            Optional<Preset> preset = bank.find(place.bank(), place.program())
                    .flatMap(entry -> room.instrument().setup().library().load(bank, entry).found());
            Map<String, Object> program = new LinkedHashMap<>();
            program.put("bank", place.bank());
            program.put("number", place.program());
            program.put("shown", place.program() + bank.first());
            program.put("preset", preset.map(Preset::name).orElse(""));
            program.put("tags", preset.map(Preset::tags).orElse(List.of()));
            all.add(program);
        }
        return all;
    }
}
