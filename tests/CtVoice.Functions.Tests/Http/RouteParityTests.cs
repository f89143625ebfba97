using System.Reflection;
using CtVoice.Functions.Http;
using CtVoice.Web.Routes;
using CtVoice.Web.Routing;
using CtVoice.Web.Simulation;
using Microsoft.Azure.Functions.Worker;

namespace CtVoice.Functions.Tests.Http;

/// <summary>Each row of the route table is a function, and nothing else is.</summary>
public sealed class RouteParityTests
{
    [Fact]
    public void Every_route_is_a_function_and_every_function_a_route()
    {
        var rows = AllRoutes.Table(SimulationRoutes.All).Routes.Select(Row).Order(StringComparer.Ordinal);

        Assert.Equal(rows, Functions().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_two_functions_have_one_name()
    {
        var names = typeof(WebFunctions).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Select(m => m.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>().ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("web-health", names);
    }

    private static string Row(Route route) => Line(
        $"web-{route.Docs.OperationId}", route.Methods.Select(m => m.ToLowerInvariant()),
        // The host keeps the root for its own page unless a function asks for it in this way.
        route.Template.Text.Length == 0 ? "{ignored:maxlength(0)?}" : route.Template.Text);

    private static IEnumerable<string> Functions() =>
        from method in typeof(WebFunctions).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        let trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).Single(t => t is not null)
        let anonymous = trigger.AuthLevel == AuthorizationLevel.Anonymous
        select anonymous ? Line(function.Name, trigger.Methods!, trigger.Route!) : $"{function.Name} is not anonymous";

    private static string Line(string name, IEnumerable<string> methods, string route) =>
        $"[Function(\"{name}\")] [HttpTrigger(AuthorizationLevel.Anonymous, {string.Join(", ", methods.Select(m => $"\"{m}\""))}, Route = \"{route}\")]";
}
