package org.chronus.modules.testkit;

/** One thing that the engine takes for granted. */
interface Rule {
    /** Throws an {@link AssertionError} if it is not so. */
    void check(Subject subject);
}
