namespace CtVoice.Language.Meaning;

/// <summary>The words of a sentence at which a pattern may begin.</summary>
internal static class SentenceStarts
{
    /// <summary>In a long sentence, words with which begins no pattern that it can hold are asked once and not each time.</summary>
    /// <param name="words">The words.</param>
    /// <param name="standing">What stands at each, groups as well.</param>
    /// <param name="can">What can stand in the sentence at all; null for a short one.</param>
    internal static List<int> In(List<CompiledRules.Known> words, Standing[][] standing, PatternTree<DangerRule>.Possible? can)
    {
        var starts = new List<int>();
        var leads = can is null ? null : new Dictionary<Standing[], bool>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Begins && (at == 0 || can is null || Leads(leads!, can, standing[at])))
                starts.Add(at);
        }

        return starts;
    }

    private static bool Leads(Dictionary<Standing[], bool> known, PatternTree<DangerRule>.Possible can, Standing[] standing)
    {
        if (!known.TryGetValue(standing, out var leads))
            known[standing] = leads = can.Begins(standing);
        return leads;
    }
}
