package org.chronus.instrument.panel;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.control.Request;

/** The keys that each page holds, so that those of a page that goes away are let go. Any thread. */
final class KeyHolds {
    private final ControlRoom room;
    private final Map<String, Set<Request.Note>> held = new ConcurrentHashMap<>();

    KeyHolds(ControlRoom room) {
        this.room = room;
    }

    /** A page has struck or let go of a key. */
    void see(String page, Request.Note note) {
        Request.Note lifted = new Request.Note(note.key(), 0, note.channel());
        Set<Request.Note> keys = held.computeIfAbsent(page, _ -> ConcurrentHashMap.newKeySet());
        if (note.velocity() > 0) {
            keys.add(lifted);
        } else {
            keys.remove(lifted);
        }
    }

    /** A page is gone. */
    void letGo(String page) {
        Set<Request.Note> keys = held.remove(page);
        if (keys != null) {
            keys.forEach(lifted -> room.ask(lifted, System.nanoTime()));
        }
    }
}
