using System.Reflection;
using CtVoice.Core.Workflows;
using CtVoice.Functions.Workflows;
using Microsoft.Azure.Functions.Worker;

namespace CtVoice.Functions.Tests.Workflows;

/// <summary>Each workflow and activity of the catalogue is a function of the same name, and nothing else is.</summary>
public sealed class CatalogParityTests
{
    [Fact]
    public void Every_workflow_is_a_function_of_its_name() =>
        Assert.Equal(
            ReviewWorkflows.Catalog.Workflows.Select(w => w.Name).Order(StringComparer.Ordinal),
            Functions<OrchestrationTriggerAttribute>());

    [Fact]
    public void Every_activity_is_a_function_of_its_name() =>
        Assert.Equal(
            ReviewWorkflows.Catalog.Activities.Select(a => a.Name).Order(StringComparer.Ordinal),
            Functions<ActivityTriggerAttribute>());

    [Fact]
    public void An_activity_binds_a_client_unless_it_only_reads() =>
        Assert.All(
            from method in typeof(ActivityFunctions).GetMethods()
            where method.IsDefined(typeof(FunctionAttribute))
            select method,
            method => Assert.Equal(
                method.Name.StartsWith("Read", StringComparison.Ordinal),
                !method.GetParameters().Any(p => p.IsDefined(typeof(DurableClientAttribute)))));

    [Fact]
    public void Names_are_names_that_functions_may_have() =>
        Assert.All(
            ReviewWorkflows.Catalog.Workflows.Select(w => w.Name).Concat(ReviewWorkflows.Catalog.Activities.Select(a => a.Name)),
            name => Assert.Matches("^[A-Za-z][A-Za-z0-9_-]{0,127}$", name));

    private static IEnumerable<string> Functions<TTrigger>()
        where TTrigger : Attribute =>
        from type in typeof(CatalogFunctions).Assembly.GetTypes()
        from method in type.GetMethods()
        where method.GetParameters().Any(p => p.IsDefined(typeof(TTrigger)))
        orderby method.GetCustomAttribute<FunctionAttribute>()!.Name
        select method.GetCustomAttribute<FunctionAttribute>()!.Name;
}
