using System.Text.Json;
using System.Text.Json.Serialization;

namespace CtVoice.Core.Workflows;

/// <summary>The one way inputs and results of workflows are written, on both hosts.</summary>
public static class WorkflowJson
{
    /// <summary>Shared, read-only options: camel case, enums by name, nothing skipped.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
