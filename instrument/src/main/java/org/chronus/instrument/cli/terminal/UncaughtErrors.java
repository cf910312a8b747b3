package org.chronus.instrument.cli.terminal;

/**
 * What becomes of a thread that ends by an exception which nobody caught: it is named in one line, and the process ends with exit code 1, so
 * that whoever watches it may start another. Threads that can go on catch their errors themselves. Any thread.
 */
public final class UncaughtErrors {
    private UncaughtErrors() { }

    /**
     * From now on, for every thread of this process.
     *
     * @param last is called before the process ends, to put the terminal right
     */
    public static void endTheProcess(Runnable last) {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            try {
                last.run();
                System.err.println("chronus: thread " + thread.getName() + " ended: " + thrown + ": this is a mistake of ours");
            } finally {
                Runtime.getRuntime().halt(1);
            }
        });
    }
}
