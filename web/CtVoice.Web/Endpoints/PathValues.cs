namespace CtVoice.Web;

/// <summary>What a value of a path is, by the word before it: the same everywhere, and said once.</summary>
internal static class PathValues
{
    private static readonly Dictionary<string, string> After = new(StringComparer.Ordinal)
    {
        ["absences"] = "coordinator or deputy.",
        ["agencies"] = "Code of the agency.",
        ["before-real-people"] = "Id of the point, such as danger-lists.",
        ["checkpoints"] = "Its number, or latest.",
        ["closing-days"] = "yyyy-MM-dd.",
        ["contacts"] = "Id of the mailbox.",
        ["context-notes"] = "Id of the note.",
        ["drafts"] = "Id of the draft.",
        ["email"] = "The secret.",
        ["guardrails"] = "Number of the guardrail.",
        ["holding-pen"] = "Id of the message.",
        ["holds"] = "Id of the hold.",
        ["keys"] = "Id of the key.",
        ["letters"] = "Id of the letter.",
        ["matters"] = "Id of the matter.",
        ["members"] = "Id of the member.",
        ["people"] = "Id of the person.",
        ["plain-words"] = "ISO 639-1 code.",
        ["preview"] = "Name of the text in the preview.",
        ["principals"] = "Id of the tenant.",
        ["project-drafts"] = "Id of the draft.",
        ["recommendations"] = "Number of the recommendation.",
        ["register"] = "Id of the review.",
        ["replies"] = "Number of the reply.",
        ["reviews"] = "Id of the review.",
        ["subscriptions"] = "Id of the subscription.",
        ["texts"] = "ISO 639-1 code.",
        ["translations"] = "ISO 639-1 code.",
        ["unsubscribe"] = "From the link.",
        ["versions"] = "Id of the version.",
        ["welcomes"] = "Id of the round.",
    };

    /// <summary>The values of a path in their order; one that is neither known by the word before it nor described is left out.</summary>
    /// <param name="template">The path, with names of values in braces.</param>
    /// <param name="described">What the endpoint says itself: that holds.</param>
    internal static IEnumerable<DescribedParameter> Of(string template, IReadOnlyList<DescribedParameter> described)
    {
        var parts = template.Split('/');
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i] is not ['{', .. var name, '}'])
                continue;
            if (described.FirstOrDefault(d => d.Name == name && d.In == "path") is { } said)
                yield return said;
            else if (After.TryGetValue(parts[i - 1], out var known))
                yield return new(name, "path", known);
        }
    }
}
