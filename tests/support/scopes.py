"""Which words the text of a generated package uses in each of its scopes."""

import ast
from collections.abc import Callable, Iterator

IsDocuments = Callable[[str], bool]
"""Whether a name is the document's."""

FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


def module_words(tree: ast.Module) -> set[str]:
    """Return what a module imports and defines, at its top or further in, and what is looked up in it."""
    found = {name for node in ast.walk(tree) for name in _bound_by(node)}
    return found | _loaded(tree)


def global_words(tree: ast.Module) -> set[str]:
    """Return what functions of a module look up outside of themselves when they run."""
    found: set[str] = set()
    for function in (node for node in ast.walk(tree) if isinstance(node, FUNCTIONS)):
        own = {name for part in function.body for node in ast.walk(part) for name in _bound_by(node)}
        arguments = {node.arg for node in ast.walk(function.args) if isinstance(node, ast.arg)}
        found |= {name for part in function.body for name in _loaded(part)} - own - arguments
    return found


def class_words(node: ast.ClassDef, is_documents: IsDocuments) -> set[str]:
    """Return what is looked up while a class is made, from its first name of the document on."""
    names = [next(iter(_bound_by(statement)), "") for statement in node.body]
    first = next((index for index, name in enumerate(names) if is_documents(name)), len(names))
    return {
        name for statement in node.body[first:] for part in _evaluated(statement) for name in _loaded(part)
    }


def function_words(node: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """Return what the body of a function uses, but for names that are a comprehension's own."""
    found = {name for part in node.body for name in _loaded(part)}
    inside = {name for part in node.body for inner in ast.walk(part) for name in _bound_by(inner)}
    return found | inside


def _loaded(tree: ast.AST) -> set[str]:
    """Return the names that code looks up, those in annotations in quotes too."""
    found: set[str] = set()
    own: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                found.add(name)
            case (
                ast.arg(annotation=ast.Constant(value=str(text)))
                | ast.AnnAssign(annotation=ast.Constant(value=str(text)))
            ):
                found |= _loaded(ast.parse(text, mode="eval"))
            case (
                ast.FunctionDef(returns=ast.Constant(value=str(text)))
                | ast.AsyncFunctionDef(returns=ast.Constant(value=str(text)))
            ):
                found |= _loaded(ast.parse(text, mode="eval"))
            case ast.comprehension(target=target):
                own |= {inner.id for inner in ast.walk(target) if isinstance(inner, ast.Name)}
            case _:
                pass
    return found - own


def _bound_by(node: ast.AST) -> Iterator[str]:
    """Yield the names that a statement binds where it stands."""
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name
        case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
            yield from (alias.asname or alias.name.partition(".")[0] for alias in aliases)
        case ast.Assign(targets=targets):
            yield from (target.id for target in targets if isinstance(target, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case _:
            pass


def _evaluated(statement: ast.stmt) -> Iterator[ast.AST]:
    """Yield what of a statement of a class is evaluated with it: all of it, but the bodies of functions."""
    if isinstance(statement, FUNCTIONS):
        yield from (*statement.decorator_list, statement.args)
        if statement.returns is not None:
            yield ast.AnnAssign(target=ast.Name("_", ast.Store()), annotation=statement.returns, simple=1)
    else:
        yield statement
