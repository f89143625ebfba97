namespace CtVoice.Web.Pages;

/// <summary>What the start page tells a newcomer. A host that has something to tell registers one.</summary>
public interface IHomePage
{
    /// <summary>The content as of now.</summary>
    Task<HomePage> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>The content of the start page.</summary>
/// <param name="Lead">What this is, in a sentence or two.</param>
/// <param name="Steps">What to do next, in order.</param>
public sealed record HomePage(string Lead, IReadOnlyList<HomeStep> Steps)
{
    /// <summary>What a host without anything of its own says.</summary>
    public static HomePage Plain { get; } = new(
        "Residents advise state agencies on projects that use people's data.",
        [
            new("See what residents advised, and what agencies answered", "/register"),
            new("Read what programs can do here", "/openapi.json"),
            new("See whether the service answers", "/health"),
        ]);
}

/// <summary>One thing to do next.</summary>
/// <param name="Text">What to do, in plain words.</param>
/// <param name="Href">Where, when it is a page.</param>
/// <param name="Command">What to type, when it is a command.</param>
public sealed record HomeStep(string Text, string? Href = null, string? Command = null);
