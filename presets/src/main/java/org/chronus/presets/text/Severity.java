package org.chronus.presets.text;

/** Whether a problem keeps a file from being used. */
public enum Severity { ERROR, WARNING }
