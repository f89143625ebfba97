namespace CtVoice.Web.Routing;

/// <summary>What the OpenAPI document says of a row.</summary>
/// <param name="OperationId">Stable camel-case name, unique in the table; also the name of the route in logs.</param>
/// <param name="Summary">One plain sentence.</param>
public sealed record Docs(string OperationId, string Summary)
{
    /// <summary>More than a sentence, where it is needed.</summary>
    public string? Description { get; init; }

    /// <summary>Type of the JSON body; set by the row itself.</summary>
    public Type? RequestType { get; init; }

    /// <summary>A body that the operation accepts.</summary>
    public object? RequestExample { get; init; }

    /// <summary>Content types of the file that it takes as a body; none when it takes no file.</summary>
    public IReadOnlyList<string> FileTypes { get; init; } = [];

    /// <summary>What it answers when all is well.</summary>
    public IReadOnlyList<DocsResponse> Responses { get; init; } = [];

    /// <summary>What the path and query carry.</summary>
    public IReadOnlyList<DocsParameter> Parameters { get; init; } = [];

    /// <summary>Shows a body that the operation accepts.</summary>
    public Docs Takes<TBody>(TBody example)
        where TBody : notnull => this with { RequestExample = example };

    /// <summary>Lists an answer with a JSON body.</summary>
    public Docs Returns<T>(int status, string description, T example)
        where T : notnull =>
        this with { Responses = [.. Responses, new DocsResponse(status, description, "application/json", typeof(T), example)] };

    /// <summary>Lists an answer that is not JSON (<paramref name="contentType"/>), or has no body (null).</summary>
    public Docs Returns(int status, string description, string? contentType = null) =>
        this with { Responses = [.. Responses, new DocsResponse(status, description, contentType, null, null)] };

    /// <summary>Describes a value of the path.</summary>
    public Docs Path(string name, string description) =>
        this with { Parameters = [.. Parameters, new DocsParameter(name, "path", description)] };

    /// <summary>Describes an optional header.</summary>
    public Docs Header(string name, string description) =>
        this with { Parameters = [.. Parameters, new DocsParameter(name, "header", description)] };

    /// <summary>Says that a repeated request is known by an Idempotency-Key.</summary>
    public Docs Repeatable() => Header(
        IdempotencyKey.Header, FormattableString.Invariant($"A text of your own, at most {IdempotencyKey.Longest} characters; send it again when you repeat the request."));

    /// <summary>Says which kinds of files it takes as a body.</summary>
    public Docs TakesFile(params IReadOnlyList<string> contentTypes) => this with { FileTypes = contentTypes };

    /// <summary>Describes an optional value of the query.</summary>
    public Docs Query(string name, string description) =>
        this with { Parameters = [.. Parameters, new DocsParameter(name, "query", description)] };
}

/// <summary>One answer of an operation.</summary>
public sealed record DocsResponse(int Status, string Description, string? ContentType, Type? Type, object? Example);

/// <summary>One value of a path, a query or a header.</summary>
public sealed record DocsParameter(string Name, string In, string Description);
