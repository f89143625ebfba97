namespace CtVoice.Language.Meaning;

/// <summary>
/// Words by what they mean: who may be harmed, who may harm, what is harm. The general rules of <see cref="AcuteRules"/> are made of
/// these, so a word that is added here is known in every form and in every order of words. Data that people review.
/// </summary>
/// <param name="Id">Which list.</param>
/// <param name="Version">Changes with every edit.</param>
/// <param name="Reviewed">Who has read the words and when; a list nobody has reviewed says so.</param>
/// <param name="Words">Groups of words and short phrases, parted by commas.
/// <c>{name}</c> takes in another group that stands before it.</param>
/// <param name="EnglishVerbs">Verbs by their meaning; <c>{name}</c> is any form,
/// <c>{name.ing}</c> one of <see cref="Conjugation"/>.</param>
/// <param name="SpanishVerbs">The same in Spanish.</param>
/// <param name="NoPerson">Words that after "my" name no person.</param>
/// <param name="NoLeap">Words over which a gap of a pattern may not leap: another clause or another subject begins,
/// or it is denied.</param>
public sealed record Meanings(
    string Id, string Version, WordListReview Reviewed, IReadOnlyDictionary<string, string> Words,
    IReadOnlyDictionary<string, string> EnglishVerbs,
    IReadOnlyDictionary<string, string> SpanishVerbs, string NoPerson, string NoLeap)
{
    private static readonly Lazy<Meanings> Loaded = new(() => WordList.Read<Meanings>("meanings"));

    /// <summary>The words of the product.</summary>
    public static Meanings Shipped => Loaded.Value;

    /// <summary>Whether a group holds Spanish words.</summary>
    internal bool IsSpanish(string name) => name.EndsWith(".es", StringComparison.Ordinal) || SpanishVerbs.ContainsKey(name.Split('.')[0]);

    /// <summary>Every group by its name, with all forms of its verbs.</summary>
    internal IEnumerable<(string Name, IEnumerable<string> Phrases)> Groups()
    {
        foreach (var (verbs, forms) in new[]
            { (EnglishVerbs, (Func<string, IEnumerable<(string Name, string Form)>>)Conjugation.English),
                (SpanishVerbs, Conjugation.Spanish) })
        {
            foreach (var (name, listed) in verbs)
            {
                var all = listed.Split(", ").SelectMany(forms).ToList();
                yield return (name, all.Select(f => f.Form).Distinct());
                foreach (var form in all.GroupBy(f => f.Name, f => f.Form))
                    yield return ($"{name}.{form.Key}", form.Distinct());
            }
        }
        var known = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, listed) in Words)
            known[name] = [.. listed.Split(", ").SelectMany(p => p[0] == '{' ? known[p[1..^1]] : [p]).Distinct()];
        foreach (var (name, phrases) in known)
            yield return (name, phrases);
    }
}
