package org.chronus.modules;

import java.util.List;
import java.util.Optional;

/**
 * Where module types come from that are not on the class path, and that are looked for only when a preset names one: by a scheme and a
 * colon, {@code lv2:URI}. Any thread but the audio thread.
 */
public interface ModuleSource {
    /** The type of that name, if it can be used. */
    Optional<ModuleType> find(String name);

    /** The names of all that can be used. */
    List<String> names();

    /** Why a name has no type, and what to do about it, in a line; nothing if it is just not known. */
    Optional<String> refusal(String name);
}
