package org.chronus.instrument.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

/** A built-in piece. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "A built-in piece.")
final class DemoCommand implements Callable<Integer> {
    @Override public Integer call() { return 0; }
}
