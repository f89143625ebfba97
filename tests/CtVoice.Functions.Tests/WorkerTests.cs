using System.Reflection;
using CtVoice.Functions.Http;
using CtVoice.Functions.Tests.Settings;
using CtVoice.Functions.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CtVoice.Functions.Tests;

/// <summary>The worker as <c>Program.cs</c> builds it, short of a host to serve.</summary>
public sealed class WorkerTests
{
    [Fact]
    public async Task Every_function_is_in_the_metadata_that_the_host_reads()
    {
        var metadata = await new GeneratedFunctionMetadataProvider().GetFunctionMetadataAsync("");

        var functions = typeof(WebFunction).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Select(m => m.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>();
        Assert.Equal(functions.Order(StringComparer.Ordinal), metadata.Select(m => m.Name!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_worker_can_make_every_class_of_functions_and_writes_json_as_the_workflows_do()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddConfiguration(SampleSettings.With());
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddAzureHost(builder.Configuration);
        using var worker = builder.Build();
        using var scope = worker.Services.CreateScope();

        Type[] classes = [
            typeof(WebFunction), typeof(WorkflowFunctions), typeof(ActivityFunctions), typeof(TimerFunctions), typeof(RoundFunctions),
        ];
        Assert.All(classes, c => Assert.IsType(c, ActivatorUtilities.CreateInstance(scope.ServiceProvider, c)));
        var serializer = worker.Services.GetRequiredService<IOptions<WorkerOptions>>().Value.Serializer!;
        Assert.Equal(
            """{"name":"x","pace":"until-woken","run":1}""",
            serializer.Serialize(new Workflows.ProbeInput("x", Workflows.ProbePace.UntilWoken)).ToString());
    }
}
