/** The test kit for authors of modules: the contract that every module keeps, proved on one, and a rig for facts about its sound. */
package org.chronus.modules.testkit;
