using Azure.Core.Serialization;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions.Workflows;

/// <summary>Puts the workflow port on Durable Task.</summary>
internal static class DurableWorkflows
{
    /// <summary>Adds <see cref="IWorkflowClient"/> and what the functions of the catalogue run on.</summary>
    public static IServiceCollection AddDurableWorkflows(this IServiceCollection services)
    {
        // The isolated worker takes the serialiser of inputs and results from here; a registered DataConverter is ignored.
        services.Configure<WorkerOptions>(o => o.Serializer = new JsonObjectSerializer(WorkflowJson.Options));
        services.AddSingleton<DurableConnection>();
        services.AddSingleton<CatalogFunctions>();
        services.AddSingleton<IWorkflowClient, DurableWorkflowClient>();
        return services;
    }
}
