namespace CtVoice.Language.Email;

/// <summary>What a subject says beside its words.</summary>
internal static class Title
{
    private static readonly string[] Prefixes =
        Plain.All("re", "aw", "sv", "vs", "rv", "res", "ref", "antw", "odp", "ynt", "vá", "r", "fw", "fwd", "wg", "tr", "enc", "doorst",
            "pd", "vl", "reenv", "回复", "回覆", "答复", "答覆", "转发", "轉寄", "返信", "転送", "회신", "전달", "на", "отв", "пересл", "відп");

    /// <summary>Whether a person's program wrote "Re:" or "Fwd:" before an earlier subject, as <see cref="Plain"/> gives it.</summary>
    internal static bool Answers(string title)
    {
        var colon = title.IndexOfAny([':', '：']);
        if (colon is < 1 or > 12)
            return false;
        var prefix = title.AsSpan(0, colon).Trim();
        var count = prefix.IndexOf('[');
        return Prefixes.Contains((count > 0 ? prefix[..count] : prefix).Trim().ToString());
    }

    /// <summary>"Automatic reply to everything" is a sentence: what follows the words of a machine in a subject.</summary>
    internal static bool GoesOn(string rest) =>
        rest.TrimStart().Split(' ')[0] is "to" or "is" or "are" or "was" or "again" or "and" or "every" or "all" or "a" or "es" or "son"
            or "otra" or "y" or "siempre";
}
