using System.Text.Json;
using CtVoice.Functions.Tests.Worker.Protocol;

namespace CtVoice.Functions.Tests.Worker;

/// <summary>
/// What a host must know of a function that answers HTTP requests, read off the bindings in its metadata: the last two are
/// the names of the parameters that the request and a Durable Task client are bound to.
/// </summary>
internal sealed record HttpFunction(string Id, string Route, IReadOnlyList<string> Methods, string Request, IReadOnlyList<string> Clients)
{
    /// <summary>The function, or null when something else starts it.</summary>
    public static HttpFunction? Of(RpcFunctionMetadata metadata)
    {
        var bindings = metadata.RawBindings.Select(b => JsonSerializer.Deserialize<Binding>(b, JsonSerializerOptions.Web)!).ToList();
        return bindings.Find(b => Is(b, "httpTrigger")) is { } trigger
            ? new(
                metadata.FunctionId, trigger.Route ?? metadata.Name, trigger.Methods ?? [], trigger.Name,
                [.. bindings.Where(b => Is(b, "durableClient")).Select(b => b.Name)])
            : null;
    }

    private static bool Is(Binding binding, string type) => string.Equals(binding.Type, type, StringComparison.OrdinalIgnoreCase);

    private sealed record Binding(string Name, string Type, string? Route, string[]? Methods);
}
