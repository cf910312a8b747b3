package org.chronus.presets;

/** Whether a problem keeps a file from being used. */
public enum Severity { ERROR, WARNING }
