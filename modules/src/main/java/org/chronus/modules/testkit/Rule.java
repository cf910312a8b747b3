package org.chronus.modules.testkit;

/** A rule that the engine relies on for every module. */
interface Rule {
    /** Throws an {@link AssertionError} if it is not so. */
    void check(ModuleUnderTest subject);
}
