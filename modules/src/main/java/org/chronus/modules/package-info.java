/**
 * The contract of a module (unit generator): ports, state, choices, the catalog of types. The loader builds modules; the audio thread
 * runs them.
 */
package org.chronus.modules;
