package org.chronus.hosting.jars;

import java.util.ServiceConfigurationError;

/** Why code of a jar could not be loaded or run, in words with the cure. Stateless; any thread. */
final class LoadFailure {
    private LoadFailure() { }

    /** A line. */
    static String of(Throwable thrown) {
        return switch (thrown) {
            case ServiceConfigurationError wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case ServiceConfigurationError missing -> "its module library cannot be had (" + line(missing)
                    + "): correct the name in META-INF/services";
            case ExceptionInInitializerError wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case UnsupportedClassVersionError newer -> "it is compiled for another Java than " + Runtime.version().feature() + " (" + line(newer)
                    + "): compile it with --release " + Runtime.version().feature();
            case NoClassDefFoundError missing -> "it needs a class that it has not (" + line(missing) + "): put that into the jar";
            case IncompatibleClassChangeError changed -> "it was made for another version of Chronus (" + line(changed) + "): compile it anew";
            case LinkageError broken -> "a class in it is broken (" + line(broken) + "): compile it anew";
            case StackOverflowError _ -> "its code calls itself without end: ask its author";
            case OutOfMemoryError _ -> "its code needs more memory than there is: ask its author";
            default -> "its code fails (" + line(thrown) + "): ask its author";
        };
    }

    private static String line(Throwable thrown) {
        String message = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        return message == null ? name : (name + ": " + message.lines().findFirst().orElse("")).replaceAll("\\p{Cntrl}", " ");
    }
}
