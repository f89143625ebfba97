namespace CtVoice.Core.Projects.Publishing;

/// <summary>
/// Words that name people by what happened to them, or by what they lack. The list is ours, short on purpose, and no person outside has
/// read it yet; each word may be right where it stands, in a quote or the name of a law.
/// </summary>
internal static class HardWords
{
    private const string Framing = "deficit-framing";
    private const string Labels = "labels";

    // The first word finds the phrase; what follows must follow in the text.
    private static readonly Dictionary<string, (string[] Phrase, string Item, string Instead)[]> Phrases =
        new (string Phrase, string Item, string Instead)[]
        {
            ("at-risk", Framing, "say which risk, and what causes it"),
            ("at risk youth", Framing, "say which risk, and what causes it"),
            ("high-risk", Framing, "say which risk, and what causes it"),
            ("vulnerable", Framing, "say what people are exposed to, and by what"),
            ("vulnerable populations", Framing, "say what people are exposed to, and by what"),
            ("disadvantaged", Framing, "name the barrier, such as low pay or high rent"),
            ("underprivileged", Framing, "name the barrier, such as low pay or high rent"),
            ("low-performing", Framing, "say what schools or programs had to work with"),
            ("underperforming", Framing, "say what schools or programs had to work with"),
            ("failing schools", Framing, "say what schools had to work with"),
            ("achievement gap", Framing, "write “opportunity gap”, and say what opportunity was missing"),
            ("dropouts", Framing, "write “students who left school”, and say why they left"),
            ("dropout", Framing, "write “left school”, and say why"),
            ("non-compliant", Framing, "say what made it hard to follow the rule"),
            ("noncompliant", Framing, "say what made it hard to follow the rule"),
            ("hard-to-reach", Framing, "say who did not reach them, and how"),
            ("broken homes", Framing, "leave it out, or say what happened"),
            ("welfare dependency", Framing, "write “use of benefits”"),
            ("welfare dependent", Framing, "write “people who use benefits”"),
            ("inner-city", Framing, "name the place"),
            ("unmotivated", Framing, "say what stood in the way"),
            ("culture of poverty", Framing, "say what keeps wages low or rents high"),
            ("minority", Labels, "name the groups that are meant"),
            ("minorities", Labels, "name the groups that are meant"),
            ("non-white", Labels, "name the groups: this makes White the measure"),
            ("nonwhite", Labels, "name the groups: this makes White the measure"),
            ("caucasian", Labels, "write “White”"),
            ("blacks", Labels, "write “Black people”"),
            ("whites", Labels, "write “White people”"),
            ("hispanics", Labels, "write “Hispanic or Latino people”"),
            ("asians", Labels, "write “Asian people”"),
            ("the homeless", Labels, "write “people without a home”"),
            ("the poor", Labels, "write “people with low income”"),
            ("the disabled", Labels, "write “people with a disability”"),
            ("the elderly", Labels, "write “older people”"),
            ("the mentally ill", Labels, "write “people with a mental illness”"),
            ("addicts", Labels, "write “people with an addiction”"),
            ("felons", Labels, "write “people with a conviction”"),
            ("convicts", Labels, "write “people with a conviction”"),
            ("ex-offenders", Labels, "write “people who were in prison”"),
            ("offenders", Labels, "write “people with a conviction”"),
            ("inmates", Labels, "write “people in prison”"),
            ("illegal immigrants", Labels, "write “people without papers”"),
            ("illegal aliens", Labels, "write “people without papers”"),
            ("aliens", Labels, "write “people who were not born here”"),
            ("welfare recipients", Labels, "write “people who use benefits”"),
            ("unwed mothers", Labels, "write “mothers who are not married”, if it matters"),
        }
        .Select(p => (Words: p.Phrase.Split(' '), p.Item, p.Instead)).GroupBy(p => p.Words[0], StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.Ordinal);

    internal static IEnumerable<ReportHint> In(ReportDraft draft)
    {
        for (var line = 0; line < draft.Lines.Count; line++)
        {
            var words = ReportHints.Words(draft.Lines[line]);
            for (var i = 0; i < words.Count; i++)
            {
                if (Phrases.GetValueOrDefault(words[i].Word) is not { } starting
                    || Array.Find(starting, p => Follows(words, i, p.Phrase)) is not { Phrase: { } phrase } found)
                    continue;
                // "minority-owned" and "the poor schools" are other things; "the poor" ends or goes on with a verb, which nobody can list.
                yield return new(found.Item, line + 1, string.Join(' ', phrase), $"Often heard as blame or as a label: {found.Instead}.");
                i += phrase.Length - 1;
            }
        }
    }

    private static bool Follows(List<(string Word, int At)> words, int from, string[] phrase)
    {
        if (from + phrase.Length > words.Count)
            return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (words[from + i].Word != phrase[i])
                return false;
        }
        return true;
    }
}
