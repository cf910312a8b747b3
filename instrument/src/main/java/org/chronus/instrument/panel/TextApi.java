package org.chronus.instrument.panel;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chronus.instrument.control.Answer;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.control.Refused;
import org.chronus.instrument.control.Request;
import org.chronus.instrument.control.json.JsonCatalog;
import org.chronus.instrument.diagram.DiagramTooLarge;
import org.chronus.instrument.diagram.PatchDiagram;
import org.chronus.instrument.panel.http.PanelRefusal;
import org.chronus.instrument.panel.http.PanelReply;
import org.chronus.instrument.panel.http.Route;
import org.chronus.presets.draft.PartKeys;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;

/** The text of what plays and what is made of it, its picture and the keys of its parts; and what a text may name. Virtual threads. */
final class TextApi {
    private static final String SVG = "image/svg+xml", PLUGIN = "/api/plugins/";
    /** A picture shows itself: it has a style of its own, and nothing else. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final ControlRoom room;
    private String drawnText = "";
    private byte[] drawn = {};

    TextApi(ControlRoom room) {
        this.room = room;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/text", exchange -> PanelReply.packed(exchange, text())), Route.get("/api/patch.svg", this::picture),
                Route.get("/api/splits", exchange -> PanelReply.packed(exchange, splits())),
                Route.get("/api/catalog", exchange -> PanelReply.packed(exchange, JsonCatalog.object(room.instrument().setup().catalog()))),
                Route.get("/api/plugins", exchange -> PanelReply.packed(exchange, JsonCatalog.plugins(room.instrument().setup().catalog()))),
                Route.get(PLUGIN + "{type}", this::plugin));
    }

    private void plugin(HttpExchange exchange) throws IOException, PanelRefusal {
        try {
            PanelReply.packed(exchange, JsonCatalog.plugin(room.instrument().setup().catalog(),
                    exchange.getRequestURI().getPath().substring(PLUGIN.length())));
        } catch (Refused unknown) {
            throw new PanelRefusal(404, unknown.getMessage());
        }
    }

    /** The text of what plays, or of the draft, as {@code {"do":"text"}} answers. */
    private Map<String, Object> text() throws PanelRefusal {
        Answer answer = room.ask(new Request.ReadText(), System.nanoTime()).join();
        if (answer instanceof Answer.Refusal(String reason)) {
            throw new PanelRefusal(409, reason);
        }
        return ((Answer.Done) answer).values();
    }

    /** The text, and which keys its parts answer to. */
    private Map<String, Object> splits() throws PanelRefusal {
        Map<String, Object> values = new LinkedHashMap<>(text());
        String text = values.get("text").toString();
        ReadResult<Preset> reading = new PresetReader(room.instrument().setup().catalog()).readDraft(text, values.get("origin").toString());
        values.put("parts", reading.found().map(PartKeys::of).orElse(List.of()));
        return values;
    }

    /** The wiring of the same. */
    private void picture(HttpExchange exchange) throws IOException, PanelRefusal {
        Map<String, Object> text = text();
        byte[] picture = picture(text.get("text").toString(), text.get("origin").toString());
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        PanelReply.packed(exchange, SVG, picture);
    }

    /** One at a time, and none twice, however many pages there are: the music needs the processor. */
    private synchronized byte[] picture(String text, String origin) throws PanelRefusal {
        if (!text.equals(drawnText)) {
            ReadResult<Preset> reading = new PresetReader(room.instrument().setup().catalog()).readDraft(text, origin);
            if (reading.found().isEmpty()) {
                Problem first = reading.problems().getFirst();
                throw new PanelRefusal(409, first.what() + ": " + first.cure());
            }
            try {
                drawn = PatchDiagram.svg(reading.value()).getBytes(StandardCharsets.UTF_8);
                drawnText = text;
            } catch (DiagramTooLarge large) {
                throw new PanelRefusal(409, large.getMessage());
            }
        }
        return drawn;
    }
}
