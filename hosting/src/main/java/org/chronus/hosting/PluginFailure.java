package org.chronus.hosting;

/** A plugin is of no use any more, and with it the patch: whoever runs it takes it out. Made before it is needed; any thread. */
public final class PluginFailure extends RuntimeException {
    /** It was late three times within a second. */
    public static final PluginFailure LATE = new PluginFailure("a plugin was late three times within a second");
    private static final long serialVersionUID = 1;

    private PluginFailure(String message) {
        super(message, null, false, false);
    }
}
