namespace CtVoice.Language.Meaning;

/// <summary>
/// The forms of a verb that lists name once. English is written <c>choke</c>, or <c>beat/beat/beaten</c> where past and
/// participle are irregular; Spanish <c>pegar</c>, or <c>morder/muerd</c> where the stem changes. What follows the verb stays.
/// </summary>
internal static class Conjugation
{
    /// <summary>Forms of an English verb by their names: <c>base</c>, <c>s</c>, <c>ing</c>, <c>past</c>, <c>done</c>.</summary>
    internal static IEnumerable<(string Name, string Form)> English(string verb)
    {
        var (head, rest) = Parted(verb);
        var parts = head.Split('/');
        var stem = parts[0];
        var past = parts.Length > 1 ? parts[1] : Ending(stem, "ed");
        yield return ("base", stem + rest);
        yield return ("s",
            (stem[^1] is 's' or 'h' or 'x' ? stem + "es" : stem[^1] == 'y' && !Vowel(stem[^2]) ? stem[..^1] + "ies" : stem + "s") + rest);
        foreach (var ing in AsTyped(Ending(stem, "ing")))
        {
            yield return ("ing", ing + rest);
            yield return ("ing", ing[..^1] + rest); // "hittin"
        }
        foreach (var form in AsTyped(past))
            yield return ("past", form + rest);
        foreach (var form in AsTyped(parts.Length > 2 ? parts[2] : past))
            yield return ("done", form + rest);
    }

    /// <summary>
    /// Forms of a Spanish verb, without accents: <c>fin</c> (he, she, they; now and before), <c>yo</c>, <c>inf</c>, <c>ger</c>,
    /// <c>done</c>, and with a pronoun at their end <c>me</c> (me, us), <c>le</c> (him, her, them), <c>se</c>.
    /// </summary>
    internal static IEnumerable<(string Name, string Form)> Spanish(string verb)
    {
        var (head, rest) = Parted(verb);
        var parts = head.Split('/');
        var (stem, ar) = (parts[0][..^2], parts[0].EndsWith("ar", StringComparison.Ordinal));
        var changed = parts.Length > 1 ? parts[1] : stem;
        string[] finite = ar ? [changed + "a", changed + "an", stem + "o", stem + "aron", stem + "aba", stem + "aban"]
            : [changed + "e", changed + "en", stem + "io", stem + "ieron", stem + "ia", stem + "ian"];
        foreach (var form in finite)
            yield return ("fin", form + rest);
        yield return ("yo", changed + "o" + rest);
        yield return ("yo",
            (ar ? stem[^1] switch { 'c' => stem[..^1] + "qu", 'g' => stem + "u", 'z' => stem[..^1] + "c", _ => stem } + "e" : stem + "i")
                + rest);
        var gerund = stem + (ar ? "ando" : "iendo");
        yield return ("inf", parts[0] + rest);
        yield return ("ger", gerund + rest);
        foreach (var ending in (string[])["o", "a", "os", "as"])
            yield return ("done", stem + (ar ? "ad" : "id") + ending + rest);
        foreach (var form in (string[])[parts[0], gerund])
        {
            foreach (var me in (string[])["me", "nos"])
                yield return ("me", form + me + rest);
            foreach (var le in (string[])["le", "les", "lo", "la", "los", "las"])
                yield return ("le", form + le + rest);
            yield return ("se", form + "se" + rest);
        }
    }

    private static (string Verb, string After) Parted(string verb) =>
        verb.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? (verb[..at], verb[at..]) : (verb, "");

    private static string Ending(string stem, string ending)
    {
        if (stem.EndsWith('e') && !stem.EndsWith("ee", StringComparison.Ordinal))
            return stem[..^1] + ending;
        if (ending == "ed" && stem[^1] == 'y' && !Vowel(stem[^2]))
            return stem[..^1] + "ied";
        var doubles = stem.Length >= 3 && !Vowel(stem[^1]) && stem[^1] is not ('w' or 'x' or 'y') && Vowel(stem[^2]) && !Vowel(stem[^3])
            && stem.Count(Vowel) == 1;
        return doubles ? stem + stem[^1] + ending : stem + ending;
    }

    /// <summary>"hiting" and "kiling" as well: one letter of two is the commonest slip.</summary>
    private static IEnumerable<string> AsTyped(string form)
    {
        yield return form;
        for (var i = 1; i < form.Length; i++)
        {
            if (form[i] == form[i - 1] && !Vowel(form[i]))
                yield return form.Remove(i, 1);
        }
    }

    private static bool Vowel(char c) => "aeiou".Contains(c, StringComparison.Ordinal);
}
