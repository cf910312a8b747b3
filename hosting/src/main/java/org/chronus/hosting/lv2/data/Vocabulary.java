package org.chronus.hosting.lv2.data;

/** The URIs of LV2 that are spoken here. Any thread. */
public final class Vocabulary {
    public static final String LV2 = "http://lv2plug.in/ns/lv2core#";
    public static final String EXT = "http://lv2plug.in/ns/ext/";
    public static final String UNITS = "http://lv2plug.in/ns/extensions/units#";
    public static final String RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

    public static final String INPUT = LV2 + "InputPort";
    public static final String INSTRUMENT = LV2 + "InstrumentPlugin";
    public static final String AUDIO = LV2 + "AudioPort";
    public static final String CONTROL = LV2 + "ControlPort";
    public static final String CV = LV2 + "CVPort";
    public static final String ATOM = EXT + "atom#AtomPort";
    public static final String OPTIONAL = LV2 + "connectionOptional";
    public static final String DESIGNATION = LV2 + "designation";
    public static final String FREE_WHEELING = LV2 + "freeWheeling";
    public static final String TOGGLED = LV2 + "toggled";
    public static final String INTEGER = LV2 + "integer";
    public static final String ENUMERATION = LV2 + "enumeration";
    public static final String SAMPLE_RATE = LV2 + "sampleRate";
    public static final String LOGARITHMIC = EXT + "port-props#logarithmic";
    public static final String MINIMUM_SIZE = EXT + "resize-port#minimumSize";
    public static final String UNIT = UNITS + "unit";
    public static final String MIDI_EVENT = EXT + "midi#MidiEvent";
    public static final String PRESET = EXT + "presets#Preset";

    public static final String ATOM_INT = EXT + "atom#Int";
    public static final String ATOM_LONG = EXT + "atom#Long";
    public static final String ATOM_FLOAT = EXT + "atom#Float";
    public static final String ATOM_DOUBLE = EXT + "atom#Double";
    public static final String ATOM_BOOL = EXT + "atom#Bool";
    public static final String ATOM_SEQUENCE = EXT + "atom#Sequence";
    public static final String ATOM_CHUNK = EXT + "atom#Chunk";

    public static final String MAP = EXT + "urid#map";
    public static final String UNMAP = EXT + "urid#unmap";
    public static final String OPTIONS = EXT + "options#options";
    public static final String REQUIRED_OPTION = EXT + "options#requiredOption";
    public static final String BOUNDED = EXT + "buf-size#boundedBlockLength";
    public static final String LEAST_FRAMES = EXT + "buf-size#minBlockLength";
    public static final String MOST_FRAMES = EXT + "buf-size#maxBlockLength";
    public static final String USUAL_FRAMES = EXT + "buf-size#nominalBlockLength";
    public static final String SEQUENCE_SIZE = EXT + "buf-size#sequenceSize";
    public static final String RATE = EXT + "parameters#sampleRate";
    public static final String SCHEDULE = EXT + "worker#schedule";
    public static final String WORKER = EXT + "worker#interface";
    public static final String DEFAULT_STATE = EXT + "state#loadDefaultState";
    public static final String LOG = EXT + "log#log";
    public static final String LIVE = LV2 + "isLive";
    public static final String REAL_TIME = LV2 + "hardRTCapable";
    public static final String NOT_IN_PLACE = LV2 + "inPlaceBroken";

    private Vocabulary() { }
}
