package org.chronus.instrument.panel;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chronus.instrument.control.Answer;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.control.Request;
import org.chronus.instrument.control.json.JsonCatalog;
import org.chronus.instrument.diagram.DiagramTooLarge;
import org.chronus.instrument.diagram.PatchDiagram;
import org.chronus.presets.draft.PartKeys;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;

/** What the page of the patch reads: its text, its picture, and what a text may name. Virtual threads. */
final class PatchApi {
    private static final String SVG = "image/svg+xml";
    /** A picture shows itself: it has a style of its own, and nothing else. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final ControlRoom room;
    private String drawnText = "";
    private byte[] drawn = {};

    PatchApi(ControlRoom room) {
        this.room = room;
    }

    void serve(HttpExchange exchange, String path) throws IOException, PanelRefusal {
        PanelApi.checkReads(exchange);
        switch (path) {
            case "/api/text" -> PanelReply.packed(exchange, text());
            case "/api/patch.svg" -> picture(exchange);
            case "/api/splits" -> PanelReply.packed(exchange, splits());
            default -> PanelReply.packed(exchange, JsonCatalog.object(room.instrument().setup().catalog()));
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
