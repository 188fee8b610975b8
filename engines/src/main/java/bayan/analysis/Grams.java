package bayan.analysis;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** Pieces of words: all of them (tokenizer) or those at the beginning (filter). */
final class Grams {

    private static final Map<String, IntPredicate> CLASSES = Map.of("letter", Character::isLetter, "digit", Character::isDigit);

    private Grams() {}

    static TokenizerFactory tokenizer(Context context) {
        int min = context.settings().getAsInt("min_gram", NGramTokenizer.DEFAULT_MIN_NGRAM_SIZE);
        int max = context.settings().getAsInt("max_gram", NGramTokenizer.DEFAULT_MAX_NGRAM_SIZE);
        checkDifference(context.index(), min, max);
        IntPredicate inWord = inWord(context.settings().getAsList("token_chars"));
        return TokenizerFactory.newFactory(context.name(), () -> ngrams(min, max, inWord));
    }

    private static Tokenizer ngrams(int min, int max, IntPredicate inWord) {
        return new NGramTokenizer(min, max) {
            @Override
            protected boolean isTokenChar(int character) {
                return inWord.test(character);
            }
        };
    }

    private static void checkDifference(IndexSettings index, int min, int max) {
        if (max - min > index.getMaxNgramDiff()) {
            throw new IllegalArgumentException(
                "max_gram - min_gram must be at most " + index.getMaxNgramDiff() + " (index.max_ngram_diff), it is " + (max - min)
            );
        }
    }

    /** No classes: every character is part of a word. */
    private static IntPredicate inWord(List<String> classes) {
        for (String name : classes) {
            if (CLASSES.containsKey(name) == false) {
                throw new IllegalArgumentException("token_chars takes " + CLASSES.keySet() + " on the local engine, not [" + name + "]");
            }
        }
        return classes.stream().map(CLASSES::get).reduce(IntPredicate::or).orElse(character -> true);
    }

    static TokenFilterFactory edgeFilter(Context context) {
        int min = context.settings().getAsInt("min_gram", 1);
        int max = context.settings().getAsInt("max_gram", 2);
        return new AbstractTokenFilterFactory(context.name()) {
            @Override
            public TokenStream create(TokenStream input) {
                return new EdgeNGramTokenFilter(input, min, max, false);
            }

            @Override
            public boolean breaksFastVectorHighlighter() {
                return true;
            }

            @Override
            public TokenFilterFactory getSynonymFilter() {
                throw new IllegalArgumentException("[" + name() + "] cuts words, so synonyms cannot be parsed behind it");
            }
        };
    }
}
