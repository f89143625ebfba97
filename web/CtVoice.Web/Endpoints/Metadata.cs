using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web;

/// <summary>How much of a body an endpoint reads.</summary>
/// <param name="Bytes">Counted while it is read: the whole may come in pieces without a length,
/// and not every server has a limit of its own.</param>
/// <param name="Cuts">What goes beyond is left out instead of refused: the handler sees a body that ends there.</param>
public sealed record BodyLimit(int Bytes, bool Cuts = false)
{
    /// <summary>256 KiB: the largest body of an ordinary request.</summary>
    public static BodyLimit Ordinary { get; } = new(256 * 1024);

    /// <summary>30 MiB: a file to import, or an email with its attachments.</summary>
    public static BodyLimit File { get; } = new(30 * 1024 * 1024);
}

/// <summary>
/// What an endpoint reads. Not the standard <see cref="IAcceptsMetadata"/>: routing itself answers 415 by that, before
/// anybody was asked who they are, and for no endpoint, so that it could not be told in the words of page or program.
/// </summary>
/// <param name="Kind">What it reads.</param>
/// <param name="Json">What the JSON becomes.</param>
public sealed record AcceptedBody(BodyKind Kind, Type? Json = null);

/// <summary>What an endpoint reads.</summary>
public enum BodyKind
{
    /// <summary>Nothing; a body is not read.</summary>
    None,

    /// <summary><c>application/json</c>.</summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c> or <c>multipart/form-data</c>.</summary>
    Form,

    /// <summary>Whatever the caller sends.</summary>
    Any,
}

/// <summary>The caller is a person with a browser: refusals are pages, who calls is known by a session,
/// a form by where it comes from.</summary>
public sealed class ForPeople
{
    private ForPeople() { }

    internal static ForPeople Mark { get; } = new();
}

/// <summary>The parameter that a body becomes, for the API's description: it does not look at plain request delegates.</summary>
internal sealed record BodyParameter(ParameterInfo ParameterInfo) : IParameterBindingMetadata
{
    public bool IsOptional => false;

    public string Name => ParameterInfo.Name!;

    public bool HasTryParse => false;

    public bool HasBindAsync => false;
}

/// <summary>A body that the endpoint accepts.</summary>
public sealed record BodyExample(object Value);

/// <summary>Content types of the file that an endpoint takes as a body.</summary>
public sealed record AcceptedFiles(IReadOnlyList<string> ContentTypes);

/// <summary>One value of a path, a query or a header.</summary>
public sealed record DescribedParameter(string Name, string In, string Description);

/// <summary>One answer of an endpoint; of type <see cref="void"/> when it has no body.</summary>
public sealed record DescribedAnswer(int StatusCode, string Description, string? ContentType, Type Type, object? Example)
    : IProducesResponseTypeMetadata
{
    IEnumerable<string> IProducesResponseTypeMetadata.ContentTypes => ContentType is null ? [] : [ContentType];
}

/// <summary>What middleware asks of the endpoint that answers.</summary>
internal static class EndpointFacts
{
    /// <summary>Something that the endpoint says of itself; null where it does not, or nothing answers.</summary>
    internal static T? Says<T>(this HttpContext context)
        where T : class => context.GetEndpoint()?.Metadata.GetMetadata<T>();

    /// <summary>The name of the operation that answers; <c>unknownPath</c> where nothing does.</summary>
    internal static string OperationName(this HttpContext context) => context.Says<IEndpointNameMetadata>()?.EndpointName ?? "unknownPath";

    /// <summary>Whether only some callers may call, who are looked up therefore.</summary>
    internal static bool AsksWhoCalls(this HttpContext context) => context.Says<Access>() is { Roles.Count: > 0 };
}
