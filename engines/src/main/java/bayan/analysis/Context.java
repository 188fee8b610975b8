package bayan.analysis;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;

/** What a component is made from: its name and its settings, which are only those that it is known to take. */
record Context(IndexSettings index, Environment environment, String name, Settings settings) {

    /** @throws IllegalArgumentException when there is a setting that is not in `allowed` */
    static Context checked(IndexSettings index, Environment environment, String name, Settings settings, String... allowed) {
        Set<String> unknown = new HashSet<>(settings.keySet());
        unknown.removeAll(Arrays.asList(allowed));
        unknown.removeIf(setting -> setting.equals("type") || setting.startsWith("index.")); // put there by Elasticsearch itself
        if (unknown.isEmpty() == false) {
            throw new IllegalArgumentException(
                "[" + name + "] has the setting " + unknown + ", which the local engine does not take; it takes "
                    + Arrays.toString(allowed) + ". Add it to engines/ first, with a row in the parity table."
            );
        }
        return new Context(index, environment, name, settings);
    }

    /** @throws IllegalArgumentException when the setting is missing */
    String required(String setting) {
        String value = settings.get(setting);
        if (value == null) {
            throw new IllegalArgumentException("[" + name + "] needs the setting [" + setting + "]");
        }
        return value;
    }
}
