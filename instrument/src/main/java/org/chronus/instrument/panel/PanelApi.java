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
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;
import tools.jackson.databind.JsonNode;

/** What can be read, {@code GET /api/...}, and asked, {@code POST /api/ask}: one object as on the socket, or a list of them. Any thread. */
final class PanelApi {
    private static final int LONGEST = 65_536, MOST = 256;
    /** The header by which a page says which it is. */
    private static final String PAGE = "X-Page";

    private final ControlRoom room;
    private final KeyHolds holds;
    private final PatchApi patch;
    private final FilesApi files;
    private final LevelsApi levels;

    PanelApi(ControlRoom room, KeyHolds holds, LevelsApi levels) {
        this.room = room;
        this.holds = holds;
        this.levels = levels;
        patch = new PatchApi(room);
        files = new FilesApi(room);
    }

    void serve(HttpExchange exchange, String path) throws IOException, PanelRefusal {
        switch (path) {
            case "/api/ask" -> ask(exchange);
            case "/api/status" -> read(exchange, JsonAnswers.object(await(room.ask(new Request.Status(), System.nanoTime()))).get("done"));
            case "/api/patch" -> read(exchange, PlayingPorts.of(room.instrument()).view());
            case "/api/programs" -> read(exchange, programs());
            case "/api/text", "/api/patch.svg", "/api/splits", "/api/catalog" -> patch.serve(exchange, path);
            case "/api/levels" -> levels.serve(exchange);
            case "/api/bank" -> bank(exchange);
            case String file when file.equals("/api/files") || file.startsWith("/api/files/") -> files.serve(exchange, path);
            default -> throw new PanelRefusal(404, "there is no " + path + ": /openapi.json tells what there is");
        }
    }

    /** The bank that is played, as {@code {"do":"bank"}} answers. */
    private void bank(HttpExchange exchange) throws IOException, PanelRefusal {
        checkReads(exchange);
        Map<String, Object> answer = JsonAnswers.object(await(room.ask(new Request.ReadBank(), System.nanoTime())));
        if (answer.get("done") == null) {
            throw new PanelRefusal(409, answer.get("refused").toString());
        }
        PanelReply.packed(exchange, answer.get("done"));
    }

    private static void read(HttpExchange exchange, Object value) throws IOException, PanelRefusal {
        checkReads(exchange);
        PanelReply.json(exchange, 200, value);
    }

    static void checkReads(HttpExchange exchange) throws PanelRefusal {
        if (!exchange.getRequestMethod().equals("GET") && !exchange.getRequestMethod().equals("HEAD")) {
            throw new PanelRefusal(405, "this is read with GET: requests go to /api/ask");
        }
    }

    private void ask(HttpExchange exchange) throws IOException, PanelRefusal {
        if (!exchange.getRequestMethod().equals("POST")) {
            throw new PanelRefusal(405, "requests are sent with POST");
        }
        checkType(exchange);
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

    /** A form of another site cannot have this type. */
    static void checkType(HttpExchange exchange) throws PanelRefusal {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            throw new PanelRefusal(415, "requests are JSON: send Content-Type: application/json");
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
