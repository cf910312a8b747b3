package org.chronus.hosting;

/** A plugin cannot be had. The message is one line for people: what, and the cure. */
public final class PluginException extends Exception {
    public PluginException(String message) {
        super(message);
    }

    public PluginException(String message, Throwable cause) {
        super(message, cause);
    }
}
