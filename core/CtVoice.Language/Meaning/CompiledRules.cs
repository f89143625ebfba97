namespace CtVoice.Language.Meaning;

/// <summary><see cref="AcuteRules"/> as they are compared.</summary>
internal sealed class CompiledRules
{
    /// <summary>The exception that makes a pattern a worry and nothing else.</summary>
    private const string Worry = "worry";
    private const int Gap = 2;
    // Words from which on it pays to ask first what can stand in a sentence at all.
    private const int Long = 100;

    private readonly Dictionary<string, (string[] From, string[] To)[]> spelled;
    private readonly Dictionary<string, string[]> slips;
    private readonly Dictionary<string, string> sounds = new(StringComparer.Ordinal);
    private readonly HashSet<string> noLeap;
    private readonly Lexicon lexicon;
    private readonly Dictionary<int, List<int>> single = [];
    private readonly PatternTree<int> groups = new();
    private readonly PatternTree<DangerRule> rules = new();
    private readonly PatternTree<string> exceptions = new();
    private readonly Known?[] common = new Known?[CommonWords.Count];
    private readonly Known unknown;
    private readonly HashSet<(char First, int Length)> slipped;
    // The same as "spelled", ready to be compared.
    private readonly Dictionary<string, (string[] From, Known[] To)[]> respelled;

    internal CompiledRules(AcuteRules acute, Meanings meanings)
    {
        spelled = acute.Spelled.Select(s => (From: Plain(s.Key), To: Plain(s.Value))).GroupBy(s => s.From[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(s => s.From.Length).ToArray(), StringComparer.Ordinal);
        slips = acute.Slips.SelectMany(word => Shortened(word).Select(form => (form, word)))
            .GroupBy(s => s.form, s => s.word, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        noLeap = meanings.NoLeap.Split(' ').ToHashSet(StringComparer.Ordinal);
        lexicon = new(meanings.NoPerson.Split(' '));
        foreach (var word in acute.Slips)
            _ = lexicon.Number(word);

        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        var meant = meanings.Groups().Select(group => (group.Name, Phrases: group.Phrases.ToArray())).ToArray();
        foreach (var (name, phrases) in acute.Groups.Select(g => (g.Key, g.Value.Split(", "))).Concat(meant))
        {
            var number = lexicon.Next();
            named.Add(name, number);
            foreach (var phrase in phrases)
            {
                // Most are one word, spelled as it is.
                var words = phrase.Contains(' ', StringComparison.Ordinal) || spelled.ContainsKey(phrase) ? Spell(phrase) : null;
                if (words is { Count: > 1 })
                    groups.Add(words.Select(lexicon.Number), begins: false, ends: false, number);
                else if (lexicon.Number(words?[0] ?? phrase) is var word && single.TryGetValue(word, out var standing))
                    standing.Add(number);
                else
                    single[word] = [number];
            }
        }
        foreach (var (name, phrases) in acute.Exceptions)
        {
            foreach (var phrase in phrases)
                Add(exceptions, phrase, name);
        }
        foreach (var rule in acute.Rules)
        {
            string[] unless = [.. (rule.Unless ?? []).Where(u => u != Worry).OrderByDescending(u => u == Sentence.Listed)];
            foreach (var pattern in rule.Patterns)
                Add(rules, pattern, new(rule.Language, pattern, unless, rule.Unless?.Contains(Worry) == true));
        }

        // Spellings by ear are looked up only once everything is known, so that no list is read in a way that its words decide.
        var heard = new HashSet<string>(StringComparer.Ordinal);
        foreach (var phrase in acute.Rules.Where(r => r.Language == "es").SelectMany(r => r.Patterns)
            .Concat(meant.Where(g => meanings.IsSpanish(g.Name)).SelectMany(g => g.Phrases)))
        {
            foreach (var word in phrase.Split(' '))
            {
                if (word.Length >= 4 && heard.Add(word) && word.All(char.IsAsciiLetter))
                    sounds.TryAdd(Sounds.Of(word), word);
            }
        }
        slipped = acute.Slips.Select(word => (word[0], word.Length)).ToHashSet();
        unknown = Stood(Lexicon.Unknown, blocked: false, respells: false);
        respelled = spelled.ToDictionary(
            s => s.Key, s => Array.ConvertAll(s.Value, spelling => (spelling.From, Array.ConvertAll(spelling.To, Know))),
            StringComparer.Ordinal);

        void Add<T>(PatternTree<T> tree, string pattern, T value)
        {
            var pieces = new List<int>();
            var plain = new List<string>();
            foreach (var token in pattern.Split(' ').Where(t => t is not ("^" or "$")))
            {
                if (token[0] is not ('_' or '~' or '{'))
                {
                    plain.Add(token);
                    continue;
                }
                Flush();
                pieces.Add(token[0] == '{' ? named[token[1..^1]] : token[0] == '_' ? -Gap : -(token[1] - '0'));
            }
            Flush();
            tree.Add(pieces, pattern.StartsWith("^ ", StringComparison.Ordinal), pattern.EndsWith(" $", StringComparison.Ordinal), value);

            void Flush()
            {
                pieces.AddRange(Spell(string.Join(' ', plain)).Select(lexicon.Number));
                plain.Clear();
            }
        }
    }

    /// <summary>The sentences of a folded text in which a pattern may begin, one after the other.</summary>
    internal IEnumerable<Sentence> Sentences(Token[] tokens)
    {
        Dictionary<string, Known>? seen = null;
        var firstEnd = Array.FindIndex(tokens, token => token.EndsSentence);
        var only = firstEnd < 0 || firstEnd == tokens.Length - 1;
        var sentence = new WordsOfSentence<Known>();
        (string? Word, Known? Known) last = default;
        for (var at = 0; at < tokens.Length;)
        {
            var token = tokens[at];
            if (token.EndsSentence)
            {
                if (sentence.MayHold)
                    yield return Stand(sentence, only);
                sentence.Clear();
            }
            if (token.IsMark)
            {
                at++;
                continue;
            }

            var known = token.Common >= 0 ? Common(token.Common) : ReferenceEquals(token.Word, last.Word) ? last.Known : null;
            if (known is { Respells: false } || Respelled(tokens, at) is not (var from, { } to))
            {
                known ??= Typed(token.Word, seen ??= new(StringComparer.Ordinal));
                if (token.Common < 0 && !ReferenceEquals(token.Word, last.Word) && !respelled.ContainsKey(token.Word))
                    last = (token.Word, known);
                sentence.Add(known);
                at++;
                continue;
            }
            foreach (var word in to)
                sentence.Add(word);
            at += from;
        }
        if (sentence.MayHold)
            yield return Stand(sentence, only);
    }

    /// <summary>Tells each rule whose pattern stands at a word.</summary>
    internal bool Find(Sentence sentence, int at, Func<DangerRule, int, bool> found) =>
        rules.Find(sentence.Standing, sentence.Blocked, at, found, sentence.Can);

    private Sentence Stand(WordsOfSentence<Known> sentence, bool only)
    {
        var words = sentence.Words;
        var standing = new Standing[words.Count][];
        var blocked = new bool[words.Count];
        for (var at = 0; at < words.Count; at++)
        {
            standing[at] = words[at].Standing;
            blocked[at] = words[at].Blocked;
        }
        // Groups are made of words alone, so they are added from the end backwards, while only words are compared.
        var whole = words.Count > Long ? groups.In(standing) : null;
        for (var at = words.Count - 1; at >= 0; at--)
        {
            if (words[at].BeginsGroup && whole?.Begins(standing[at]) != false && Wholes(standing, blocked, at) is { } wholes)
                standing[at] = [.. standing[at], .. wholes];
        }
        var can = words.Count > Long ? rules.In(standing) : null;
        return new(standing, blocked, SentenceStarts.In(words, standing, can), exceptions) { Of = sentence, IsOnly = only, Can = can };
    }

    /// <summary>The groups of several words that stand at a word; null when there are none.</summary>
    private List<Standing>? Wholes(Standing[][] standing, bool[] blocked, int at)
    {
        List<Standing>? wholes = null;
        _ = groups.Find(standing, blocked, at, (number, end) =>
        {
            (wholes ??= []).Add(new(number, end - at));
            return false;
        });
        return wholes;
    }

    private Known Common(int number) => common[number] ??= Know(CommonWords.Word(number));

    /// <summary>A word that few people write. What it stands for is known until the text ends, and not kept.</summary>
    private Known Typed(string word, Dictionary<string, Known> seen)
    {
        if (!seen.TryGetValue(word, out var known))
        {
            var meant = Meant(word);
            seen[word] = known = CommonWords.Number(meant) is >= 0 and var number ? Common(number) : Know(meant);
        }
        return known;
    }

    /// <summary>What a word stands for by itself.</summary>
    private Known Know(string word)
    {
        var numbers = lexicon.Of(word);
        var (blocked, respells) = (noLeap.Contains(word), spelled.ContainsKey(word));
        return ReferenceEquals(numbers, Lexicon.Unknown) && !blocked && !respells ? unknown : Stood(numbers, blocked, respells);
    }

    private Known Stood(int[] numbers, bool blocked, bool respells)
    {
        var alone = Array.ConvertAll(numbers, number => new Standing(number, 1));
        var all = new List<Standing>(alone);
        foreach (var (number, _) in alone)
        {
            if (single.TryGetValue(number, out var named))
                all.AddRange(named.Select(group => new Standing(group, 1)));
        }
        Standing[] standing = [.. all];
        var group = groups.Begins(alone);
        return new(standing, blocked, group, group || rules.Begins(standing), respells);
    }

    // Words of the lists are no slips, however near to others they look.
    private List<string> Spell(string phrase)
    {
        var typed = Plain(phrase);
        var words = new List<string>(typed.Length);
        for (var at = 0; at < typed.Length;)
        {
            var (from, to) = spelled.GetValueOrDefault(typed[at], [])
                .FirstOrDefault(candidate => typed.AsSpan(at).StartsWith(candidate.From));
            words.AddRange(to ?? [typed[at]]);
            at += from?.Length ?? 1;
        }
        return words;
    }

    /// <summary>How many tokens are another spelling, and what of; null when they are none.</summary>
    private (int From, Known[]? To) Respelled(Token[] typed, int at)
    {
        if (respelled.TryGetValue(typed[at].Word, out var candidates))
        {
            foreach (var (from, to) in candidates)
            {
                var same = 1;
                while (same < from.Length && at + same < typed.Length && typed[at + same].Word == from[same])
                    same++;
                if (same == from.Length)
                    return (same, to);
            }
        }
        return (0, null);
    }

    private string Meant(string word)
    {
        if (word.Length is < 3 or > 16 || lexicon.Knows(word))
            return word;
        if (Sounds.Undisguised(word) is { } plain && lexicon.Knows(plain))
            return plain;
        Span<char> sound = stackalloc char[word.Length];
        if (word.Length >= 4
            && sounds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(sound[..Sounds.Of(word, sound)], out var sounding))
            return sounding;
        if (word.Length < 6 || !MayHaveSlipped(word))
            return word;
        var forms = slips.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> shorter = stackalloc char[word.Length];
        for (var without = -1; without < word.Length; without++)
        {
            var length = Spelling.Shorter(word, without, shorter);
            if (forms.TryGetValue(shorter[..length], out var candidates)
                && Array.Find(candidates, meant => word != meant + "s" && Spelling.Slipped(word, meant)) is { } found)
                return found;
        }
        return word;
    }

    /// <summary>Whether a word of about this length begins so, or with its first two letters in the other order.</summary>
    private bool MayHaveSlipped(string word)
    {
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            if (slipped.Contains((word[0], length)) || slipped.Contains((word[1], length)))
                return true;
        }
        return false;
    }

    private static IEnumerable<string> Shortened(string word) =>
        Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1)).Prepend(word);

    private static string[] Plain(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != ",")];

    /// <summary>A word of a text.</summary>
    /// <param name="Standing">What it stands for.</param>
    /// <param name="Blocked">No gap leaps over it.</param>
    /// <param name="BeginsGroup">A group of several words may begin with it.</param>
    /// <param name="Begins">A pattern may begin with it.</param>
    /// <param name="Respells">It may begin another spelling.</param>
    internal sealed record Known(Standing[] Standing, bool Blocked, bool BeginsGroup, bool Begins, bool Respells) : KnownWord(Begins);
}
