using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web;

/// <summary>An endpoint of ours by what its metadata say, for whoever lists endpoints: the navigation,
/// the API's description, tests.</summary>
public sealed class Operation(RouteEndpoint endpoint)
{
    /// <summary>Every operation that a host answers, in the order in which they were mapped.</summary>
    public static IReadOnlyList<Operation> All(EndpointDataSource endpoints) =>
        [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<Access>() is not null)
            .Select(e => new Operation(e))];

    /// <summary>Stable camel-case name; no other operation has it.</summary>
    public string Name => Says<IEndpointNameMetadata>()!.EndpointName;

    /// <summary>What it does, in a plain sentence.</summary>
    public string Summary => Says<IEndpointSummaryMetadata>()!.Summary;

    /// <summary>More than a sentence, where it is needed.</summary>
    public string? Description => Says<IEndpointDescriptionMetadata>()?.Description;

    /// <summary>The method that it answers; GET answers HEAD too.</summary>
    public string Method => Says<IHttpMethodMetadata>()!.HttpMethods[0];

    /// <summary>Path without its first slash.</summary>
    public string Template => endpoint.RoutePattern.RawText!.TrimStart('/');

    /// <summary>Names of the values of the path, in order.</summary>
    public IEnumerable<string> Values => endpoint.RoutePattern.Parameters.Select(p => p.Name);

    /// <summary>Who may call.</summary>
    public Access Access => Says<Access>()!;

    /// <summary>Whether it is a page or a form of one.</summary>
    public bool ForPeople => Says<ForPeople>() is not null;

    /// <summary>What it reads.</summary>
    public AcceptedBody Body => Says<AcceptedBody>()!;

    /// <summary>How much it reads.</summary>
    public BodyLimit BodyLimit => Says<BodyLimit>()!;

    /// <summary>How often a caller may call.</summary>
    public Rate Rate => Says<Rate>()!;

    /// <summary>A body that it accepts.</summary>
    public object? Example => Says<BodyExample>()?.Value;

    /// <summary>Content types of the file that it takes as a body.</summary>
    public IReadOnlyList<string> Files => Says<AcceptedFiles>()?.ContentTypes ?? [];

    /// <summary>What path, query and headers carry.</summary>
    public IReadOnlyList<DescribedParameter> Parameters
    {
        get
        {
            var described = endpoint.Metadata.GetOrderedMetadata<DescribedParameter>();
            return ForPeople ? described : [.. PathValues.Of(Template, described), .. described.Where(d => d.In != "path")];
        }
    }

    /// <summary>What it answers when all is well.</summary>
    public IReadOnlyList<DescribedAnswer> Answers => endpoint.Metadata.GetOrderedMetadata<DescribedAnswer>();

    private T? Says<T>()
        where T : class => endpoint.Metadata.GetMetadata<T>();
}
