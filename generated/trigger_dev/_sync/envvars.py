# Derived from _async/envvars.py. DO NOT EDIT: it is made anew.
"""The operations on envvars."""

from __future__ import annotations

from collections.abc import Mapping

from .. import models, params
from .._operations import envvars as operations
from .._runtime.unset import UNSET, Unset
from .resource import Resource


class Envvars(Resource):
    """The operations on envvars.

    Example:

        envvars = client.envvars.list("project_ref", "dev")
    """

    def list(
        self, project_ref: str, env: params.EnvParam
    ) -> models.ListEnvironmentVariablesResponse:
        """List the variables of an environment.

        List every variable that is set in one environment of a project.

        Args:
            project_ref: Reference of the project from its settings page, with the prefix
                `proj_`.
            env: Environment that the variables belong to. One of 'dev', 'staging', 'prod'.

        Returns:
            The variables.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such project, environment or variable.
        """
        return self._call(operations.LIST, {"project_ref": project_ref, "env": env})

    def create(
        self,
        project_ref: str,
        env: params.EnvParam,
        *,
        name: str,
        value: str,
        is_secret: bool | Unset = UNSET,
    ) -> models.SucceedResponse:
        """Add a variable.

        Add one variable to one environment of a project.

        Args:
            project_ref: Reference of the project from its settings page, with the prefix
                `proj_`.
            env: Environment that the variables belong to. One of 'dev', 'staging', 'prod'.
            name: Name of the variable, such as `SLACK_API_KEY`.
            value: Value of the variable.
            is_secret: Whether the value is hidden in the dashboard.

        Returns:
            The variable was added.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such project, environment or variable.
        """
        return self._call(
            operations.CREATE,
            {"project_ref": project_ref, "env": env},
            {"name": name, "value": value, "isSecret": is_secret},
        )

    def upload(
        self,
        project_ref: str,
        env: params.EnvParam,
        variables: Mapping[str, str],
        *,
        is_secret: bool | Unset = UNSET,
        override: bool | Unset = UNSET,
    ) -> models.SucceedResponse:
        """Import variables.

        Set many variables of one environment at once.

        Args:
            project_ref: Reference of the project from its settings page, with the prefix
                `proj_`.
            env: Environment that the variables belong to. One of 'dev', 'staging', 'prod'.
            variables: The variables, values by names.
            is_secret: Whether the values are hidden in the dashboard.
            override: True to replace the values of variables that exist; otherwise they are
                kept. Default false.

        Returns:
            The variables were imported.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such project, environment or variable.
        """
        return self._call(
            operations.UPLOAD,
            {"project_ref": project_ref, "env": env},
            {"variables": variables, "isSecret": is_secret, "override": override},
        )

    def retrieve(
        self, project_ref: str, env: params.EnvParam, name: str
    ) -> models.EnvironmentVariable:
        """Get one variable.

        Read the value of one variable.

        Args:
            project_ref: Reference of the project from its settings page, with the prefix
                `proj_`.
            env: Environment that the variables belong to. One of 'dev', 'staging', 'prod'.
            name: Name of the variable, such as `SLACK_API_KEY`.

        Returns:
            The value.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such project, environment or variable.
        """
        return self._call(
            operations.RETRIEVE, {"project_ref": project_ref, "env": env, "name": name}
        )

    def update(
        self, project_ref: str, env: params.EnvParam, name: str, value: str
    ) -> models.SucceedResponse:
        """Change a variable.

        Give one variable a new value.

        Args:
            project_ref: Reference of the project from its settings page, with the prefix
                `proj_`.
            env: Environment that the variables belong to. One of 'dev', 'staging', 'prod'.
            name: Name of the variable, such as `SLACK_API_KEY`.
            value: Value of the variable.

        Returns:
            The variable has its new value.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such project, environment or variable.
        """
        return self._call(
            operations.UPDATE,
            {"project_ref": project_ref, "env": env, "name": name},
            {"value": value},
        )

    def delete(self, project_ref: str, env: params.EnvParam, name: str) -> models.SucceedResponse:
        """Remove a variable.

        Remove one variable from one environment of a project.

        Args:
            project_ref: Reference of the project from its settings page, with the prefix
                `proj_`.
            env: Environment that the variables belong to. One of 'dev', 'staging', 'prod'.
            name: Name of the variable, such as `SLACK_API_KEY`.

        Returns:
            The variable is gone.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such project, environment or variable.
        """
        return self._call(operations.DELETE, {"project_ref": project_ref, "env": env, "name": name})
