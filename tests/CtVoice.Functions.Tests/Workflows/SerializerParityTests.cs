using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core.Serialization;
using CtVoice.Core.Json;
using CtVoice.Core.Workflows;
using CtVoice.Functions.Tests.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>
/// Every type that crosses between workflows and activities, with every property filled, through the isolated worker's
/// serialiser and Durable Task's, and from each to the other.
/// </summary>
public sealed class SerializerParityTests
{
    private static readonly DateTimeOffset At = new(2027, 3, 1, 14, 0, 0, 123, TimeSpan.FromHours(-5));

    public static TheoryData<string> Types => [.. Crossing.Select(t => t.AssemblyQualifiedName!)];

    private static IEnumerable<Type> Crossing => ReviewWorkflows.Catalog.Workflows.Select(w => w.InputType)
        .Concat(ReviewWorkflows.Catalog.Activities.SelectMany(a => new[] { a.InputType, a.ResultType })).Distinct();

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_of_the_catalogue_is_the_same_after_either_serialiser(string name)
    {
        var type = Type.GetType(name)!;
        var value = Filled(type);
        using var services = new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With()).BuildServiceProvider();
        var worker = (JsonObjectSerializer)services.GetRequiredService<IOptions<WorkerOptions>>().Value.Serializer!;
        var durable = new JsonDataConverter(WorkflowJson.Options);

        var (byWorker, byDurable) = (worker.Serialize(value, type).ToString(), durable.Serialize(value)!);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(byWorker), JsonNode.Parse(byDurable)), $"{byWorker} is not {byDurable}");
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(byDurable));
        Assert.Equal(value, worker.Deserialize(stream, type, CancellationToken.None));
        Assert.Equal(value, durable.Deserialize(byWorker, type));
        Assert.Equal(value, JsonSerializer.Deserialize(byWorker, type, WorkflowJson.Options));
    }

    /// <summary>A value that differs from the default in every argument of the type's constructor.</summary>
    private static object Filled(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
            return "ñ \"x\"";
        if (plain == typeof(int))
            return 7;
        if (plain == typeof(bool))
            return true;
        if (plain == typeof(DateTimeOffset))
            return At;
        if (plain.IsEnum)
            return Enum.GetValues(plain).Cast<object>().Last();
        Assert.StartsWith("CtVoice.", plain.Namespace, StringComparison.Ordinal);
        // Not the copy constructor of a record.
        var constructor = plain.GetConstructors()
            .Single(c => c.GetParameters() is var p && !(p.Length == 1 && p[0].ParameterType == plain));
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Filled(p.ParameterType))]);
    }
}
