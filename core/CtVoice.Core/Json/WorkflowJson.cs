using System.Text.Json;
using System.Text.Json.Serialization;

namespace CtVoice.Core.Json;

/// <summary>The one way inputs and results of workflows are written, on both hosts.</summary>
public static class WorkflowJson
{
    /// <summary>Shared, read-only options: camel case, enums by name, nothing skipped.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>Makes options of somebody else, who starts from those of the web, write alike.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
    }
}
