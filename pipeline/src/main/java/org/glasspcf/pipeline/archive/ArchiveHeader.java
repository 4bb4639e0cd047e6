package org.glasspcf.pipeline.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasspcf.pipeline.json.JsonSyntaxException;
import org.glasspcf.pipeline.json.JsonValue;

/** The JSON header of a file whose hash is right, taken apart and checked. */
final class ArchiveHeader {

  // The header, a tensor's entry, its shape.
  private static final int MAX_DEPTH = 3;
  private static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");

  private final String file;
  private final SortedMap<String, String> metadata;
  private final List<Entry> entries;

  /** A tensor and where it stands, counted from the end of the header (bytes). */
  record Entry(TensorSpec spec, long start, long end) {}

  private ArchiveHeader(String file, SortedMap<String, String> metadata, List<Entry> entries) {
    this.file = file;
    this.metadata = metadata;
    this.entries = entries;
  }

  static ArchiveHeader parse(String file, byte[] bytes) {
    String text = text(file, bytes);
    JsonValue root;
    try {
      root = JsonValue.parse(text, MAX_DEPTH);
    } catch (JsonSyntaxException e) {
      int offset =
          ArchiveLayout.LENGTH_BYTES
              + text.substring(0, e.offset()).getBytes(StandardCharsets.UTF_8).length;
      throw new CorruptModelException(
          file + ": header: " + e.getMessage() + " (offset " + offset + ")", e);
    }
    Parsing parsing = new Parsing(file);
    Map<String, JsonValue> members = parsing.object(root, "the header");
    SortedMap<String, String> metadata = new TreeMap<>();
    List<Entry> entries = new ArrayList<>();
    if (members.size() > TensorArchive.MAX_TENSORS + 1) {
      throw parsing.corrupt(
          "a model file holds at most "
              + TensorArchive.MAX_TENSORS
              + " tensors, this one "
              + (members.size() - 1));
    }
    members.forEach(
        (name, value) -> {
          if (name.equals(ArchiveLayout.METADATA)) {
            parsing
                .object(value, "the metadata")
                .forEach((key, line) -> metadata.put(key, parsing.text(line, "metadata " + key)));
          } else {
            entries.add(parsing.entry(name, value));
          }
        });
    ArchiveLayout.RESERVED.forEach(metadata::remove);
    return new ArchiveHeader(file, metadata, List.copyOf(entries));
  }

  private static String text(String file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new CorruptModelException(file + ": the header must be UTF-8: " + e, e);
    }
  }

  SortedMap<String, String> metadata() {
    return metadata;
  }

  List<Entry> entries() {
    return entries;
  }

  /** The tensors stand one after another in the order of the header and fill all the bytes. */
  void checkFills(long bytes) {
    long expected = 0;
    for (Entry entry : entries) {
      if (entry.start() != expected || entry.end() - entry.start() != entry.spec().byteCount()) {
        throw corrupt(
            "tensor %s must take data_offsets %d to %d, got %d to %d"
                .formatted(
                    entry.spec(),
                    expected,
                    expected + entry.spec().byteCount(),
                    entry.start(),
                    entry.end()));
      }
      expected = entry.end();
    }
    if (expected != bytes) {
      throw corrupt(
          "the tensors must fill the %d bytes after the header, they take %d"
              .formatted(bytes, expected));
    }
  }

  void checkHolds(List<TensorSpec> required) {
    Map<String, TensorSpec> found = new HashMap<>();
    entries.forEach(entry -> found.put(entry.spec().name(), entry.spec()));
    for (TensorSpec spec : required) {
      TensorSpec there = found.remove(spec.name());
      if (there == null) {
        throw corrupt("tensor " + spec + " is missing");
      }
      if (there.type() != spec.type() || !there.shape().equals(spec.shape())) {
        throw corrupt("tensor " + spec + " is expected, the file has " + there);
      }
    }
    if (!found.isEmpty()) {
      throw corrupt("tensor " + new TreeMap<>(found).firstEntry().getValue() + " is not expected");
    }
  }

  private CorruptModelException corrupt(String rule) {
    return new CorruptModelException(file + ": " + rule);
  }

  /** The steps from JSON to values, each naming the field that is wrong. */
  private record Parsing(String file) {

    Map<String, JsonValue> object(JsonValue value, String what) {
      if (value instanceof JsonValue.ObjectValue object) {
        return object.members();
      }
      throw corrupt(what + " must be a JSON object");
    }

    String text(JsonValue value, String what) {
      if (value instanceof JsonValue.TextValue text) {
        return text.value();
      }
      throw corrupt(what + " must be a JSON string");
    }

    Entry entry(String name, JsonValue value) {
      String what = "tensor \"" + name + '"';
      Map<String, JsonValue> fields = object(value, what);
      if (!fields.keySet().equals(FIELDS)) {
        throw corrupt(what + " must have dtype, shape and data_offsets, got " + fields.keySet());
      }
      String typeName = text(fields.get("dtype"), what + " dtype");
      List<Long> offsets = numbers(fields.get("data_offsets"), what + " data_offsets");
      if (offsets.size() != 2) {
        throw corrupt(what + " data_offsets must be two numbers, got " + offsets);
      }
      List<Integer> shape = new ArrayList<>();
      for (long size : numbers(fields.get("shape"), what + " shape")) {
        if (size > Integer.MAX_VALUE) {
          throw corrupt(what + " shape must hold numbers below 2^31, got " + size);
        }
        shape.add((int) size);
      }
      try {
        TensorSpec spec = new TensorSpec(name, type(typeName), shape);
        return new Entry(spec, offsets.get(0), offsets.get(1));
      } catch (IllegalArgumentException e) {
        throw new CorruptModelException(file + ": " + what + ": " + e.getMessage(), e);
      }
    }

    private static TensorType type(String name) {
      for (TensorType type : TensorType.values()) {
        if (type.name().equals(name)) {
          return type;
        }
      }
      throw new IllegalArgumentException(
          "dtype must be one of " + List.of(TensorType.values()) + ", got \"" + name + '"');
    }

    private List<Long> numbers(JsonValue value, String what) {
      if (!(value instanceof JsonValue.ArrayValue array)) {
        throw corrupt(what + " must be a JSON array");
      }
      List<Long> numbers = new ArrayList<>();
      for (JsonValue element : array.elements()) {
        numbers.add(number(element, what));
      }
      return numbers;
    }

    private long number(JsonValue value, String what) {
      if (value instanceof JsonValue.NumberValue number
          && number.literal().matches("[0-9]{1,18}")) {
        return number.asLong();
      }
      throw corrupt(what + " must hold whole numbers not below 0, got " + value.toJson());
    }

    CorruptModelException corrupt(String rule) {
      return new CorruptModelException(file + ": " + rule);
    }
  }
}
