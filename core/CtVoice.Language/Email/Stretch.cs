namespace CtVoice.Language.Email;

/// <summary>A stretch of a reply: whole lines that stand together.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public readonly record struct Stretch(int Start, int Length)
{
    /// <summary>Its words in the reply that it is a stretch of.</summary>
    public string Of(string reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return reply.Substring(Start, Length);
    }

    /// <summary>A reply without such stretches, where one stood an empty line.</summary>
    public static string Without(string reply, IReadOnlyList<Stretch> stretches)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(stretches);
        if (stretches.Count == 0)
            return reply;
        var kept = new List<string>(stretches.Count + 1);
        var from = 0;
        foreach (var stretch in stretches)
        {
            kept.Add(reply[from..stretch.Start].Trim());
            from = stretch.Start + stretch.Length;
        }

        kept.Add(reply[from..].Trim());
        return string.Join("\n\n", kept.Where(part => part.Length > 0));
    }
}
